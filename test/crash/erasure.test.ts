// An erasure comes to its end wherever a function is killed over it: every call of the API, and calls spread over the
// passes; all of them in the long run.
import { beforeEach, expect, it, vi } from 'vitest';
import { erasing, faultsOf, spread } from './erasing.ts';

beforeEach(() => {
  for (const level of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});

it('ends finished with nothing left, wherever a function was killed over it', async () => {
  const { points, ...calm } = await erasing();
  expect(calm).toEqual({ left: [], states: ['FINISHED'], deadLetters: 0, mails: 0 });
  const asked = points.filter(({ call }) => call.function === 'api').slice(0, -4);
  expect(asked.length).toBeGreaterThan(10);
  const passes = points.filter(({ call }) => call.function !== 'api');
  expect(passes.length).toBeGreaterThan(100);
  expect(await faultsOf([...spread(asked, 8), ...spread(passes, 10)])).toEqual([]);
}, 400_000);
