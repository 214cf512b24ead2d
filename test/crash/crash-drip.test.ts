// The drip, killed at points spread over its twelve days; every point is for the long run.
import { beforeEach, expect, it, vi } from 'vitest';
import { explore } from './explorer.ts';
import { demoBooked, drip } from './scenarios.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const most = 32;

it.each([drip, demoBooked])(
  'a function killed at any of its calls ends $name as if nothing had happened',
  async (scenario) => {
    const { points, all, skipped, findings, mails } = await explore(scenario, { most });
    console.log(
      `${scenario.name}: ${points} of ${all} points explored; ${findings.length} faults; ` +
        `${skipped} mails in doubt were found unsent and skipped`,
    );
    expect(mails).toBe(scenario.mails);
    expect(findings).toEqual([]);
    expect(points).toBeGreaterThanOrEqual(most - 1);
  },
  400_000,
);
