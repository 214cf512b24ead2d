// However the keys of people meet, at once and twice: a few such lives in every run, the same ones.
import { beforeEach, test, vi } from 'vitest';
import { catchLog } from '../support/log-lines.ts';
import { meetingsEndWell } from '../support/merge-properties.ts';

beforeEach(() => {
  catchLog();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

test.each([
  ['by themselves', false],
  ['and are said to be one', true],
])(
  'keys that meet %s lose nothing and double nothing',
  (_, isSaid) => meetingsEndWell(6, isSaid),
  200_000,
);
