// A cause: what reaches a contact and makes the engine decide.
import type { AccountNews } from './account.ts';
import type { Changes } from './changes.ts';
import type { Contact } from './contact.ts';
import type { Event, Fields } from './event.ts';
import type { History } from './history.ts';
import type { Imported } from './imported.ts';
import type { Message } from './message.ts';
import type { Instant, Milliseconds } from './time.ts';

/** What SES said of a mail to this contact. Only permanent bounces and complaints arrive here. */
interface Feedback {
  readonly type: 'bounce' | 'complaint';
  readonly address: string;
  readonly message: string;
  /** Whose mail it was; mails of before it was said do not tell. */
  readonly campaign?: string;
  readonly detail: string;
}

/** A message that the gate let go, and that did not leave after all. Nothing more will come of it. */
export interface Unsent {
  readonly state: 'withheld' | 'failed' | 'skipped';
  readonly because: string;
  readonly message: Omit<Message, 'event' | 'offer' | 'bulk' | 'expiresAt'>;
}

/** What a marketer does to people inside a campaign. */
export type Command =
  /** What fell due while the campaign was paused is sent, skipped, or spaced out over a time. */
  | { readonly do: 'resume'; readonly stale: 'send' | 'skip' }
  | { readonly do: 'resume'; readonly stale: 'space_out'; readonly over: Milliseconds }
  /** To another version: a step that is gone there goes on at its substitute, or ends the walk. */
  | {
      readonly do: 'move';
      readonly version: number;
      readonly steps?: Readonly<Record<string, string>>;
    }
  | { readonly do: 'leave' };

interface Identified {
  readonly id: string;
  /** When the cause was received. */
  readonly at: Instant;
}

export type Cause =
  /** `account` comes with a group call: the account as it is after it. */
  | (Identified & {
      readonly kind: 'event';
      readonly event: Event;
      readonly account?: AccountNews;
    })
  /** An account of the contact has changed. The id names the account and its revision. */
  | (Identified & { readonly kind: 'account'; readonly account: AccountNews['account'] })
  | { readonly kind: 'alarm'; readonly due: Instant; readonly revision: number }
  | (Identified & { readonly kind: 'feedback'; readonly feedback: Feedback })
  /** Its id is the message's, and its time the one at which the message was asked for: the same however often it is told. */
  | (Identified & { readonly kind: 'unsent'; readonly unsent: Unsent })
  | (Identified & {
      readonly kind: 'unsubscribe';
      readonly method: 'one_click_unsubscribe' | 'preference_page';
      readonly message: string;
    })
  /** Brings a contact to a segment, or to a campaign with a clock, published since. `history` is rebuilt from the timeline. */
  | (Identified & {
      readonly kind: 'review';
      readonly of: { readonly segment: string } | { readonly campaign: string };
      readonly history?: History;
    })
  /** The API, or a broadcast, asks one campaign to let the contact in. */
  | (Identified & {
      readonly kind: 'call';
      readonly campaign: string;
      readonly properties: Fields;
      readonly by: 'api' | 'broadcast';
    })
  | (Identified & { readonly kind: 'edit'; readonly changes: Changes; readonly by: string })
  /** `by` is "import/<its id>". */
  | (Identified & { readonly kind: 'import'; readonly row: Imported; readonly by: string })
  /** Another contact turned out to be this one. `from` is all that it held when it was frozen; the id is that contact's. */
  | (Identified & { readonly kind: 'absorb'; readonly from: Contact; readonly because: string })
  | (Identified & {
      readonly kind: 'command';
      readonly campaign: string;
      readonly command: Command;
    });
