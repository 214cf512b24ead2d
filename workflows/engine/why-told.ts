// What a contact's timeline tells of one campaign. It may be shorter than the contact's life.
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import type { Transition } from '../model/transition.ts';

/** One line of the timeline. */
export interface Told {
  readonly at: Instant;
  /** The kind of what happened: "event", "alarm", "call", … */
  readonly kind: string;
  readonly about: Fields;
  readonly transitions: readonly Transition[];
}

/** One thing that was decided, and when. */
export type Decided<T extends Transition = Transition> = T & { readonly at: Instant };

type OfCampaign = Extract<Transition, { readonly campaign: string }>;

/** All that was decided about a campaign, the newest first. `told` is, too. */
export const decidedOf = (told: readonly Told[], campaign: string): Decided<OfCampaign>[] =>
  told.flatMap(({ at, transitions }) =>
    transitions
      .filter((one): one is OfCampaign => 'campaign' in one && one.campaign === campaign)
      .map((one) => ({ ...one, at }))
      .reverse(),
  );

/** Whether somebody was let in is told by one of these. */
export const isAdmission = ({ kind }: Transition): boolean =>
  kind === 'entered' || kind === 'not_entered' || kind === 'held_out';

/** A walk ends by one of these. */
export type End = Decided<
  Extract<Transition, { readonly kind: 'goal_reached' | 'exited' | 'completed' }>
>;

export const isEnd = (one: Decided): one is End =>
  one.kind === 'goal_reached' || one.kind === 'exited' || one.kind === 'completed';
