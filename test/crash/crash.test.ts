// The proof that a crash loses nothing and repeats nothing: every point at which a function can die.
import { describe, expect, it } from 'vitest';
import { explore } from './explorer.ts';
import { scenarios } from './scenarios.ts';

describe('a function killed at any of its calls', () => {
  it.each(scenarios)(
    'ends $name as if nothing had happened',
    async (scenario) => {
      const { points, skipped, findings, calls } = await explore(scenario);
      console.log(
        `${scenario.name}: ${points} points explored in ${calls.length} calls, ${findings.length} faults, ` +
          `${skipped} mails in doubt resolved as not sent`,
      );
      expect(findings).toEqual([]);
      expect(points).toBe(2 * calls.length);
    },
    300_000,
  );
});
