// The proof that a crash loses nothing and repeats nothing: every point at which a function can die.
// And the proof of the proof: a protocol that leaves out one of its rules is caught.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  alarmAcknowledgedFirst,
  claimAfterSend,
  effectsBeforeWrite,
  outboxDropped,
  rowsFirst,
} from './broken.ts';
import { explore } from './explorer.ts';
import { type Scenario, scenarios } from './scenarios.ts';

// Every killed invocation is reported on the console, hundreds of times, as it should be elsewhere.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** Every point of the main path; of the longer runs a share here, and all of them in the long run. */
const [mainPath, ...longer] = scenarios;
const share = 32;

describe('a function killed at any of its calls', () => {
  it.each([
    { scenario: mainPath as Scenario, most: undefined },
    ...longer.map((scenario) => ({ scenario, most: share })),
  ])(
    'ends $scenario.name as if nothing had happened',
    async ({ scenario, most }) => {
      const { points, all, skipped, findings, calls, mails } = await explore(scenario, { most });
      console.log(
        `${scenario.name}: ${points} of ${all} points explored, on both sides of ${calls.length} calls; ` +
          `${findings.length} faults; ${skipped} mails in doubt were found unsent and skipped`,
      );
      expect(mails).toBe(scenario.mails);
      expect(findings).toEqual([]);
      expect(points).toBeGreaterThanOrEqual(Math.min(all, share - 1));
    },
    400_000,
  );
});

describe('a broken protocol is caught', () => {
  const [eventBased, drip] = scenarios as [(typeof scenarios)[0], (typeof scenarios)[0]];

  it.each([
    ['the outbox is dropped by the next write', eventBased, { advance: outboxDropped }, 'PutItem'],
    [
      'effects go out before the write',
      eventBased,
      { advance: effectsBeforeWrite },
      'MessageBatch',
    ],
    ['rows go out before messages', eventBased, { advance: rowsFirst }, 'BatchWriteItem'],
    [
      'an alarm is acknowledged before the write',
      drip,
      { advance: alarmAcknowledgedFirst },
      'DeleteMessage',
    ],
    ['the claim comes after the send', eventBased, { deliver: claimAfterSend }, 'SendRawEmail'],
  ] as const)(
    'when %s',
    async (_, scenario, replaced, what) => {
      const [only] = Object.keys(replaced) as ('advance' | 'deliver')[];
      const { findings } = await explore(scenario, { replaced, only, what, first: true });
      console.log(findings[0]);
      expect(findings).not.toEqual([]);
    },
    200_000,
  );
});
