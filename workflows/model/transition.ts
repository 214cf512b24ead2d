// What happened to a contact and its enrollments: the engine's one vocabulary, kept in the timeline as the explanation.

/** Why someone did not enter a campaign although its trigger's event arrived. */
export type NotEntered =
  | 'where_not_met'
  | 'not_in_audience'
  | 'already_inside'
  | 'reentry'
  | 'stale_event'
  | 'already_ended'
  | 'too_many_enrollments'
  | 'event_too_large';

/** Why a message was not sent. The words are conventions of the field's send logs. */
export type Withheld =
  | 'no_address'
  | 'unsubscribed'
  | 'not_subscribed'
  | 'suppressed'
  | 'template_skip'
  | 'unsupported_address';

interface Inside {
  readonly campaign: string;
  readonly enrollment: string;
}

export type Transition =
  | { readonly kind: 'identified'; readonly keys: readonly string[] }
  | { readonly kind: 'identity_conflict'; readonly key: string; readonly owner: string }
  | { readonly kind: 'attributes_refused'; readonly because: string }
  | { readonly kind: 'consent_changed'; readonly status: string; readonly method: string }
  | { readonly kind: 'suppressed'; readonly because: string }
  | {
      readonly kind: 'not_entered';
      readonly campaign: string;
      readonly reason: NotEntered;
      readonly because: string;
    }
  | (Inside & { readonly kind: 'entered'; readonly version: number; readonly because: string })
  | (Inside & { readonly kind: 'waiting'; readonly step: string; readonly until: number })
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
  | (Inside & { readonly kind: 'withheld'; readonly step: string; readonly reason: Withheld })
  | (Inside & { readonly kind: 'goal_reached'; readonly because: string })
  | (Inside & { readonly kind: 'exited'; readonly because: string })
  | (Inside & { readonly kind: 'completed' });
