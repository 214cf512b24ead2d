// An erasure, killed at a call: whoever asked for it asks again, and it has to come to its end by itself.
import type { Erasure } from '../../functions/erasure-ports.ts';
import type { FunctionName } from '../support/builders.ts';
import type { Fate } from '../support/instance.ts';
import { placesOf } from '../support/remains.ts';
import { call } from '../support/sender.ts';
import { fill, get, mailed, openShop, order, post, tell } from '../support/shop.ts';
import type { Call } from '../support/world.ts';

const day = 86_400_000;

export interface Point {
  readonly call: Call;
  readonly side: Exclude<Fate, 'live'>;
}

export interface End {
  /** All that may be killed, in the order of time. */
  readonly points: readonly Point[];
  /** Where a word of the person is left. */
  readonly left: readonly string[];
  readonly states: readonly string[];
  readonly deadLetters: number;
  readonly mails: number;
}

const words = ['u-sara', 'd-sara', 'rahimi', 'sarvenaz'];
const traits = { email: 'sara@rahimi.example', first_name: 'Sarvenaz' };
/** Every one of their calls; the tick looks each minute at what is due, nearly always in vain. */
const mortal: ReadonlySet<FunctionName> = new Set(['api', 'crawl', 'deliver', 'advance']);

export async function erasing(killed?: Point): Promise<End> {
  let isOn = false;
  const fate = ({ number, function: name, what }: Call): Fate => {
    const isIt = isOn && number === killed?.call.number;
    if (isIt && (name !== killed?.call.function || what !== killed.call.what))
      throw new Error('This run is not like the first');
    return isIt ? (killed?.side ?? 'live') : 'live';
  };
  const shop = await openShop({ fate });
  const { world, keys } = shop;
  try {
    await tell(shop, { type: 'page', name: 'Pricing', anonymousId: 'd-sara' });
    await tell(shop, { type: 'identify', userId: 'u-sara', anonymousId: 'd-sara', traits });
    await tell(shop, fill('u-sara'), { type: 'track', userId: 'u-sara', properties: traits });
    await post(shop, order('u-sara'));
    const { id } = await get<{ id: string }>(shop, '/api/contacts/user:u-sara');
    const first = world.calls.length;
    isOn = true;
    const asked = { path: `/api/contacts/${id}/erase`, method: 'POST', body: '{}' };
    await call(world, keys.adminToken, asked);
    await world.advance(16 * day);
    const { items } = await get<{ items: Erasure[] }>(shop, '/api/erasures');
    const calls = world.calls.slice(first).filter((one) => mortal.has(one.function));
    return {
      points: calls.flatMap((one): Point[] => [
        { call: one, side: 'die_before' },
        { call: one, side: 'die_after' },
      ]),
      left: await placesOf(world, words),
      states: [...new Set(items.map(({ state }) => state))],
      deadLetters: world.deadLetters(),
      mails: (await mailed(shop)).length,
    };
  } finally {
    world.close();
  }
}

/** Ends that are not as they must be, by the point at which somebody was killed. */
export async function faultsOf(points: readonly Point[]): Promise<string[]> {
  const faults: string[] = [];
  for (const point of points) {
    const { left, states, deadLetters, mails } = await erasing(point);
    const isWell = left.length === 0 && String(states) === 'FINISHED';
    const told = { left, states, deadLetters, mails };
    if (!isWell || deadLetters > 0 || mails > 0)
      faults.push(
        `${point.side} ${point.call.function} ${point.call.what}: ${JSON.stringify(told)}`,
      );
  }
  return faults;
}

/** No more than so many, evenly. */
export const spread = (points: readonly Point[], most: number): readonly Point[] => {
  const step = Math.max(1, points.length / most);
  return points.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step));
};
