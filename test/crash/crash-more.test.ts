// The other programs and background work, killed at points spread over the whole run; every point is for the long run.
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { explore } from './explorer.ts';
import { closeServer, moreScenarios } from './more-scenarios.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterAll(closeServer);

const most = 5;

it.each(moreScenarios)(
  'a function killed at any of its calls ends $name as if nothing had happened',
  async (scenario) => {
    const { points, all, skipped, findings, mails } = await explore(scenario, { most });
    console.log(
      `${scenario.name}: ${points} of ${all} points explored; ${findings.length} faults; ` +
        `${skipped} mails in doubt were found unsent and skipped`,
    );
    expect(mails).toBe(scenario.mails);
    expect(findings).toEqual([]);
  },
  400_000,
);

const inBackground = moreScenarios.filter(({ name }) => /pause|segment|broadcast/.test(name));

it.each(inBackground)(
  'a crawl killed over a contact that it has just changed brings to an end what came of it, in $name',
  async (scenario) => {
    const { findings } = await explore(scenario, { only: 'crawl', what: 'PutItem', most });
    expect(findings).toEqual([]);
  },
  400_000,
);
