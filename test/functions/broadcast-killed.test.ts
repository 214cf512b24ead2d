// Whoever is killed over a broadcast, everybody gets their one mail. Each kind of call that starting and crawling make
// is cut once on either side; the crawl of a count is cut at every single call (crawl.test.ts).
import { expect, test, vi } from 'vitest';
import { readRuns } from '../../functions/use-cases/broadcast.ts';
import { hour, minute, openBroadcasting, readers, subscribe } from '../support/broadcasting.ts';
import { steer } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { mailed } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';
import type { Call } from '../support/world.ts';

let shop: Workspace;

const users = readers(4);
const cut = ['crawl', 'tick'];

interface Victim {
  readonly function: string;
  readonly what: string;
}

/** The first call of this kind meets this fate, once. */
const once = ({ function: name, what }: Victim, side: Fate) => {
  let isOver = false;
  return (call: Call): Fate => {
    if (isOver || call.function !== name || call.what !== what) return 'live';
    isOver = true;
    return side;
  };
};

async function run(fate: (call: Call) => Fate) {
  shop = await forThisTest(() =>
    openBroadcasting({
      schedule: { at: '2026-01-05T10:00' },
      more: { reentry: 'always' },
      adjust: () => ({ pageItems: 12 }),
      options: { fate },
    }),
  );
  await subscribe(shop, users);
  await shop.world.advance(hour - minute);
  await shop.world.advance(hour);
  const { runs, next } = await steer(shop, (ports) => readRuns(ports, 'news'));
  return { mails: (await mailed(shop)).sort(), runs, next, calls: shop.world.calls };
}

test('killed at any kind of call, a broadcast mails everybody once', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const calm = await run(() => 'live');
  expect(calm.mails).toEqual(users.map((user) => `${user}@example.com`));
  const kinds = new Map(
    calm.calls
      .filter((call) => cut.includes(call.function))
      .map((call) => [`${call.function} ${call.what}`, call]),
  );
  expect(kinds.size).toBeGreaterThan(8);
  for (const [name, victim] of kinds) {
    for (const side of ['die_before', 'die_after'] as const) {
      const { mails, runs, next } = await run(once(victim, side));
      expect(mails, `${side} ${name}`).toEqual(calm.mails);
      expect(next, `${side} ${name}`).toBeUndefined();
      expect(runs, `${side} ${name}`).toMatchObject([{ state: 'done', matched: 4, failed: 0 }]);
    }
  }
}, 240_000);
