// A cause: what reaches a contact and makes the engine decide.
import type { Event } from './event.ts';
import type { Instant } from './time.ts';

/** What SES said of a mail to this contact. Only permanent bounces and complaints arrive here. */
export interface Feedback {
  readonly type: 'bounce' | 'complaint';
  readonly address: string;
  readonly message: string;
  readonly detail: string;
}

export type Cause =
  | { readonly kind: 'event'; readonly id: string; readonly at: Instant; readonly event: Event }
  | { readonly kind: 'alarm'; readonly due: Instant; readonly revision: number }
  | {
      readonly kind: 'feedback';
      readonly id: string;
      readonly at: Instant;
      readonly feedback: Feedback;
    }
  | {
      readonly kind: 'unsubscribe';
      readonly id: string;
      readonly at: Instant;
      readonly method: 'one_click_unsubscribe' | 'preference_page';
      readonly message: string;
    };
