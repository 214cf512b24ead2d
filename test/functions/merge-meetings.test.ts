// Meetings of keys that once ended badly, each as the properties found it.
import { beforeEach, test, vi } from 'vitest';
import type { Deed, Keys } from '../support/arbitrary-meetings.ts';
import { catchLog } from '../support/log-lines.ts';
import { endsWell } from '../support/merge-properties.ts';

beforeEach(() => {
  catchLog();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const order = (keys: Keys, twice = false): Deed => ({
  do: 'event',
  name: 'Order Completed',
  keys,
  twice,
});

test.each(['d-1', 'd-2', 'd-3'])(
  'two users who meet %s at once, one of them told of twice, count each order once',
  async (anonymous) => {
    const before = [order({ user: 'u-1' }), order({ anonymous }), order({ user: 'u-2' })];
    const meeting = [order({ user: 'u-2', anonymous }), order({ user: 'u-1', anonymous }, true)];
    const after = [order({ email: 'e-1@example.com' })];
    await endsWell(
      [before, meeting, after].map((deeds) => ({ deeds, minutes: 0 })),
      false,
    );
  },
);
