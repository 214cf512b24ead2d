// Every program and background work, killed at every point there is.
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { explore } from './explorer.ts';
import { mergeScenario } from './merge-scenario.ts';
import { closeServer, moreScenarios } from './more-scenarios.ts';
import { demoBooked, drip, eventBased } from './scenarios.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(closeServer);

it.each([eventBased, drip, demoBooked, ...moreScenarios, mergeScenario])(
  'a function killed at any of its calls ends $name as if nothing had happened',
  async (scenario) => {
    const { points, all, skipped, findings, mails } = await explore(scenario);
    console.log(
      `${scenario.name}: all ${points} points explored; ${findings.length} faults; ` +
        `${skipped} mails in doubt were found unsent and skipped`,
    );
    expect(points).toBe(all);
    expect(mails).toBe(scenario.mails);
    expect(findings).toEqual([]);
  },
);
