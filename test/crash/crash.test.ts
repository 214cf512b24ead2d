// The proof that a crash loses nothing and repeats nothing: every point of the main path at which a function can die.
import { beforeEach, expect, it, vi } from 'vitest';
import { explore } from './explorer.ts';
import { eventBased } from './scenarios.ts';

// Every killed invocation is reported on the console, hundreds of times, as it should be elsewhere.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

it('a function killed at any of its calls ends event-based as if nothing had happened', async () => {
  const { points, all, skipped, findings, calls, mails } = await explore(eventBased);
  console.log(
    `${eventBased.name}: ${points} of ${all} points explored, on both sides of ${calls.length} calls; ` +
      `${findings.length} faults; ${skipped} mails in doubt were found unsent and skipped`,
  );
  expect(mails).toBe(eventBased.mails);
  expect(findings).toEqual([]);
  expect(points).toBe(all);
}, 400_000);
