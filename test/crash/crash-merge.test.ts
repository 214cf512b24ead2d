// Merging, killed at points spread over the whole run; every point is for the long run. And a merge that forgets what is
// left to do is caught.
import { beforeEach, expect, it, vi } from 'vitest';
import { outboxDropped } from './broken.ts';
import { explore } from './explorer.ts';
import { mergeScenario } from './merge-scenario.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const most = 10;

it('a function killed at any of its calls ends the merges as if nothing had happened', async () => {
  const { points, all, findings, mails } = await explore(mergeScenario, { most });
  console.log(
    `${mergeScenario.name}: ${points} of ${all} points explored; ${findings.length} faults`,
  );
  expect(mails).toBe(mergeScenario.mails);
  expect(findings).toEqual([]);
  expect(points).toBeGreaterThanOrEqual(most - 1);
}, 400_000);

it('advance killed while it writes contacts and keys ends the merges all the same', async () => {
  const { findings } = await explore(mergeScenario, { only: 'advance', what: 'PutItem', most });
  expect(findings).toEqual([]);
}, 400_000);

it('a merge whose outbox is dropped by the next write is caught', async () => {
  const replaced = { advance: outboxDropped };
  const options = { replaced, only: 'advance', what: 'PutItem', first: true } as const;
  const { findings } = await explore(mergeScenario, options);
  expect(findings).not.toEqual([]);
}, 400_000);
