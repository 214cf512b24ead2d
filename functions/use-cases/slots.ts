// Who may send when: slots on two clocks, reserved ahead of the moment, so that all senders together keep the pace that
// SES allows. Pure: time comes in as a value. This is virtual scheduling (GCRA, ITU-T I.371) with two lanes.
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Lane, SendQuota } from '../sending-ports.ts';

/** What all senders share. A quota that is missing is none. */
export interface PaceState extends SendQuota {
  /** When SES was asked for its quota. */
  readonly askedAt: Instant;
  /** The first moment of each lane that nobody has reserved. */
  readonly urgent: Instant;
  readonly bulk: Instant;
  /** SES has said that this was too fast: the pace starts again from here, in mails a second. */
  readonly cut?: { readonly to: number; readonly at: Instant };
}

export interface SlotRequest {
  readonly lane: Lane;
  readonly count: number;
  readonly now: Instant;
  /** No slot may be later. */
  readonly until: Instant;
}

/** `count` slots, `every` so often from `at` on. What found none can be asked for again at `again`. */
export interface Slots {
  readonly count: number;
  readonly at: Instant;
  readonly every: Milliseconds;
  readonly again: Instant;
  /** The day's quota has room for no more. */
  readonly isDayOver?: true;
}

/** A twentieth is kept free: SES counts mails as they arrive, and the network does not keep our spacing. */
const usable = 0.95;
/** What a lane gets while both have slots ahead. */
const share = { urgent: 0.2, bulk: 0.8 } as const;
/** The last part of a day's quota is for urgent mail alone. */
const dayShare = { urgent: 1, bulk: 0.95 } as const;

/** SES's slowest, of an account in the sandbox. */
export const slowest = 1;
/** After a cut the pace grows by this part of SES's rate a second: from half of it to the whole in five minutes. */
const growth = 1 / 600;
/** Mails that were under way together may all come back: they are one sign, not many. */
const oneSign: Milliseconds = 2_000;

/** Mails a second at this moment; Infinity without a quota. */
export function rateAt({ perSecond, cut }: PaceState, now: Instant): number {
  const full = perSecond ?? Number.POSITIVE_INFINITY;
  if (!cut || full === Number.POSITIVE_INFINITY) return full;
  return Math.min(full, cut.to + ((now - cut.at) / 1000) * growth * full);
}

/**
 * In any second the slots given out are at most SES's rate and one. Bulk mail begins only after what urgent mail has
 * reserved, and then takes its share; urgent mail takes the rest beside what bulk mail has reserved already, and
 * everything after that. So urgent mail waits for urgent mail alone.
 */
export function reserve(
  state: PaceState,
  request: SlotRequest,
): { state: PaceState; slots: Slots } {
  const { lane, now, until } = request;
  const start = Math.max(state.urgent, now, lane === 'bulk' ? state.bulk : now);
  const isShared = lane === 'bulk' || start < state.bulk;
  const every = 1000 / (rateAt(state, now) * usable * (isShared ? share[lane] : 1));
  const room = leftOfDay(state, lane);
  const count = Math.max(0, Math.min(request.count, room, fitting(until - start, every)));
  const end = start + count * every;
  const slots = { count, at: start, every, again: end };
  return {
    state: count === 0 ? state : { ...state, [lane]: end, sent: (state.sent ?? 0) + count },
    slots: count < request.count && count === room ? { ...slots, isDayOver: true } : slots,
  };
}

/** How many moments, `every` so often, there are from 0 to `time`. */
const fitting = (time: Milliseconds, every: Milliseconds): number => {
  if (time < 0) return 0;
  return every === 0 ? Number.POSITIVE_INFINITY : Math.floor(time / every) + 1;
};

function leftOfDay({ perDay, sent = 0 }: PaceState, lane: Lane): number {
  if (perDay === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(perDay * dayShare[lane]) - sent);
}

/** SES has refused a mail as too fast: half the pace, growing again from there. */
export function slowed(state: PaceState, now: Instant): PaceState {
  if (state.perSecond === undefined || (state.cut && now - state.cut.at < oneSign)) return state;
  return { ...state, cut: { to: Math.max(slowest, rateAt(state, now) / 2), at: now } };
}

/** SES has said that the day is over, whatever we have counted. */
export const spent = (state: PaceState): PaceState =>
  state.perDay === undefined ? state : { ...state, sent: state.perDay };

/** What SES has answered takes the place of what was known of its quota; the clocks go on. */
export const quoted = (
  { urgent, bulk, cut }: Pick<PaceState, 'urgent' | 'bulk' | 'cut'>,
  quota: SendQuota,
  askedAt: Instant,
): PaceState => ({ urgent, bulk, ...(cut && { cut }), ...quota, askedAt });

export const isUnlimited = ({ perSecond, perDay }: PaceState): boolean =>
  perSecond === undefined && perDay === undefined;
