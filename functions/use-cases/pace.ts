// The pace of all senders together: asks SES for its quota now and then, and gives out slots. Each parcel costs one
// conditional write; an account without a quota, as on one machine, costs none.
import type { Milliseconds } from '../../workflows/model/time.ts';
import { Clash } from '../errors.ts';
import { log, metric } from '../log.ts';
import type { Now } from '../ports.ts';
import type { Pace, SendQuota } from '../sending-ports.ts';
import {
  isUnlimited,
  type PaceState,
  quoted,
  rateAt,
  reserve,
  type Slots,
  slowed,
  slowest,
  spent,
} from './slots.ts';

export interface KeptPace {
  readonly state: PaceState;
  /** Counts up with every change; 0 for what is not kept yet. */
  readonly revision: number;
}

export interface PaceStore {
  read(): Promise<KeptPace | undefined>;
  /** Takes the place of revision `known`; answers what stands there afterwards, which may be somebody else's. */
  swap(known: number, state: PaceState): Promise<KeptPace & { readonly isOurs: boolean }>;
}

interface PaceParts {
  readonly store: PaceStore;
  /** SES answers one such call a second. */
  readonly quota: () => Promise<SendQuota>;
  readonly now: Now;
}

const keptFor: Milliseconds = 5 * 60_000;
const attempts = 12;

export function createPace(parts: PaceParts): Pace {
  const { now } = parts;
  const shared = openShared(parts);
  const { change } = shared;
  return {
    reserve: async (lane, count, until) => {
      await shared.keepUp();
      return change((state) => {
        if (isUnlimited(state)) return { state, answer: atOnce(count, now()) };
        const { slots, ...next } = reserve(state, { lane, count, now: now(), until });
        return { ...next, answer: slots };
      });
    },
    slow: async ({ daily }) => {
      const state = await change((old) => {
        const next = daily ? spent(old) : slowed(old, now());
        return { state: next, answer: next };
      });
      metric('Throttled', 1);
      log.info('the server that takes our mail throttles', {
        daily,
        perSecond: rateAt(state, now()),
      });
    },
  };
}

const atOnce = (count: number, at: number): Slots => ({ count, at, every: 0, again: at });

/** What all senders know together; each remembers what it saw last, and learns of the others when it changes it. */
function openShared({ store, quota, now }: PaceParts) {
  let known: KeptPace | undefined;
  const swap = async ({ revision }: KeptPace, state: PaceState): Promise<boolean> => {
    const { isOurs, ...kept } = await store.swap(revision, state);
    known = kept;
    return isOurs;
  };
  const current = async (): Promise<KeptPace> => {
    known ??= await store.read();
    if (known) return known;
    const first = (await ask(quota)) ?? { perSecond: slowest };
    await swap(nothing, quoted(nothing.state, first, now()));
    return known ?? nothing;
  };

  /** Somebody else's change is seen first, and then decided anew. */
  async function change<T>(decide: (state: PaceState) => Decided<T>): Promise<T> {
    for (let count = 0; count < attempts; count += 1) {
      const from = await current();
      const { state, answer } = decide(from.state);
      if (state === from.state || (await swap(from, state))) return answer;
    }
    throw new Clash('The pace has moved on again and again');
  }

  /** Whoever moves the hour of asking asks; the others go on with what is known. */
  async function keepUp(): Promise<void> {
    const from = await current();
    if (now() - from.state.askedAt < keptFor) return;
    const isOurs = await swap(from, { ...from.state, askedAt: now() });
    const answer = isOurs ? await ask(quota) : undefined;
    if (answer)
      await change((old) => ({ state: quoted(old, answer, old.askedAt), answer: undefined }));
  }

  return { change, keepUp };
}

interface Decided<T> {
  /** As it was, if nothing changes. */
  readonly state: PaceState;
  readonly answer: T;
}

const nothing: KeptPace = { state: { askedAt: 0, urgent: 0, bulk: 0 }, revision: 0 };

/** The pace that is known goes on when SES does not answer. */
async function ask(quota: PaceParts['quota']): Promise<SendQuota | undefined> {
  try {
    return await quota();
  } catch (error) {
    log.error('SES did not say how much it lets us send', { error });
    return undefined;
  }
}
