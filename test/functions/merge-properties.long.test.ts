// However the keys of people meet, at once and twice: hundreds of such lives, other ones at every run.
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
  (_, isSaid) => meetingsEndWell(150, isSaid),
  1_800_000,
);
