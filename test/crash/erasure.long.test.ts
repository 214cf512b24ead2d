// An erasure, killed at every one of its calls.
import { beforeEach, expect, it, vi } from 'vitest';
import { erasing, faultsOf } from './erasing.ts';

beforeEach(() => {
  for (const level of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

it('ends finished with nothing left, whichever call a function was killed at', async () => {
  const { points } = await erasing();
  expect(await faultsOf(points)).toEqual([]);
}, 7_200_000);
