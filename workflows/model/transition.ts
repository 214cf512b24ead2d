// What happened to a contact and its enrollments: the engine's one vocabulary, kept in the timeline as the explanation.
import type { Changes } from './changes.ts';
import type { Consent } from './consent.ts';
import type { Group } from './enrollment.ts';

/** Why someone did not enter a campaign although its trigger's event arrived. */
export type NotEntered =
  | 'where_not_met'
  | 'not_in_audience'
  | 'already_inside'
  | 'reentry'
  | 'stale_event'
  | 'already_ended'
  | 'too_many_enrollments'
  | 'too_many_hops'
  | 'event_too_large'
  | 'paused'
  | 'stopped'
  | 'limit_reached'
  | 'not_worth_its_cost';

/** Why a message was not sent. The words are conventions of the field's send logs. */
export type Withheld =
  | 'no_address'
  | 'unsubscribed'
  | 'not_subscribed'
  | 'pending_confirmation'
  | 'topic_unsubscribed'
  | 'topic_not_subscribed'
  | 'paused'
  | 'suppressed'
  | 'smart_sending'
  | 'frequency_cap'
  | 'quiet_hours_expired'
  | 'expired'
  | 'skipped_on_resume'
  | 'sent_before'
  | 'campaign_stopped'
  | 'template_skip'
  | 'unsupported_address'
  | 'not_asked'
  | 'asked_too_often'
  | 'erased';

interface Inside {
  readonly campaign: string;
  readonly enrollment: string;
}

export type Transition =
  | { readonly kind: 'identified'; readonly keys: readonly string[] }
  | { readonly kind: 'identity_conflict'; readonly key: string; readonly owner: string }
  /** Another contact turned out to be this one, and was taken in. */
  | {
      readonly kind: 'absorbed';
      readonly contact: string;
      readonly because: string;
      /** The wish of one of them that the stricter wish of the other has outweighed. */
      readonly outweighed?: Consent;
      /** Segments in which both were members, and there is one fewer now. */
      readonly bothIn?: readonly string[];
    }
  | {
      readonly kind: 'attributes_refused';
      readonly because: string;
      /** Names of attributes whose values are not of their type. */
      readonly mistyped?: readonly string[];
    }
  | { readonly kind: 'account_joined'; readonly account: string }
  /** `because` names what is different. */
  | { readonly kind: 'account_changed'; readonly account: string; readonly because: string }
  | {
      readonly kind: 'consent_changed';
      readonly status: string;
      readonly method: string;
      /** All marketing when absent. */
      readonly topic?: string;
    }
  /** A wish waits to be confirmed, and no mail asks for it this time. */
  | { readonly kind: 'confirmation_not_asked'; readonly because: string }
  | { readonly kind: 'not_confirmed'; readonly because: string }
  | { readonly kind: 'suppressed'; readonly because: string }
  | { readonly kind: 'suppression_lifted'; readonly because: string }
  /** An address may be mailed again. */
  | { readonly kind: 'suppression_lifted'; readonly because: string }
  | {
      readonly kind: 'not_entered';
      readonly campaign: string;
      readonly reason: NotEntered;
      readonly because: string;
    }
  | { readonly kind: 'updated'; readonly changes: Changes; readonly because: string }
  /** Segments and campaigns led to one another in a circle, which was cut. */
  | { readonly kind: 'unsettled'; readonly because: string }
  | { readonly kind: 'segment_entered'; readonly segment: string; readonly because: string }
  | { readonly kind: 'segment_left'; readonly segment: string; readonly because: string }
  | (Inside & { readonly kind: 'entered'; readonly version: number; readonly because: string })
  /** Let in, but held out to measure the campaign against. */
  | (Inside & { readonly kind: 'held_out'; readonly version: number; readonly because: string })
  | (Inside & { readonly kind: 'waiting'; readonly step: string; readonly until: number })
  /** A message that may not go now, and waits at its step. */
  | (Inside & {
      readonly kind: 'held';
      readonly step: string;
      readonly until: number;
      readonly because: string;
    })
  /** Due while the campaign is paused. */
  | (Inside & { readonly kind: 'parked'; readonly step: string })
  | (Inside & { readonly kind: 'moved'; readonly version: number; readonly because: string })
  /** A step that did something to the contact or asked something of the world. */
  | (Inside & {
      readonly kind: 'acted';
      readonly step: string;
      readonly because: string;
      readonly orders?: readonly string[];
      /** An offer that was given, by the id of its grant. */
      readonly grant?: string;
    })
  | (Inside & { readonly kind: 'resumed'; readonly step: string; readonly because: string })
  | (Inside & {
      readonly kind: 'branched';
      readonly step: string;
      readonly path: string;
      readonly because: string;
    })
  | (Inside & {
      readonly kind: 'requested';
      readonly step: string;
      readonly message: string;
      /** Where the message is claimed; known once the decision is about to be written. */
      readonly page?: string;
    })
  | (Inside & {
      readonly kind: 'withheld';
      readonly step: string;
      readonly reason: Withheld;
      readonly because?: string;
      /** When the message would have passed, where time alone would do. */
      readonly passesAt?: number;
    })
  /** It was requested, and did not leave after all; the gate had nothing against it. */
  | (Inside & {
      readonly kind: 'unsent';
      readonly step: string;
      readonly message: string;
      readonly state: 'withheld' | 'failed' | 'skipped';
      readonly because: string;
    })
  | (Inside & {
      readonly kind: 'goal_reached';
      readonly group: Group;
      /** What it brought, as decimal text. */
      readonly value?: string;
      /** Of the value, where the event names one. */
      readonly currency?: string;
      readonly because: string;
    })
  /** An offer that was granted has been taken up. */
  | (Inside & {
      readonly kind: 'redeemed';
      readonly offer: string;
      readonly grant: string;
      /** What it brought, as decimal text. */
      readonly value: string;
      readonly because: string;
    })
  | (Inside & { readonly kind: 'exited'; readonly because: string })
  | (Inside & { readonly kind: 'completed' });
