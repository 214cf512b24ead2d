// A cause: what reaches a contact and makes the engine decide.
import type { AccountNews } from './account.ts';
import type { Changes } from './changes.ts';
import type { Contact } from './contact.ts';
import type { ConsentGiven, Event, Fields } from './event.ts';
import type { History } from './history.ts';
import type { Imported } from './imported.ts';
import type { Message } from './message.ts';
import type { Instant, Milliseconds } from './time.ts';

/** What SES said of a mail to this contact. */
interface Feedback {
  readonly type: FeedbackType;
  readonly address: string;
  readonly message: string;
  /** Whose mail it was, and by which template; mails of before it was said do not tell. */
  readonly campaign?: string;
  readonly template?: string;
  readonly detail: string;
}

export type FeedbackType =
  | 'delivery'
  | 'delay'
  /** For good. */
  | 'bounce'
  /** For now: a full mailbox, a server that cannot be reached. */
  | 'soft_bounce'
  /** The mailbox is well, and wants none of this content. */
  | 'content_bounce'
  | 'complaint'
  /** SES kept the mail back, for a complaint of before. */
  | 'complaint_echo'
  /** SES took the mail, and did not send it. */
  | 'failure';

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

/** What is left out stays as it is. */
export interface PreferenceChanges {
  /** All marketing. */
  readonly all?: 'subscribed' | 'unsubscribed';
  /** Whether each of these is wanted. */
  readonly topics?: Readonly<Record<string, boolean>>;
  /** Null ends the pause. */
  readonly pausedUntil?: Instant | null;
  readonly tracked?: boolean;
  /** Of mail. */
  readonly language?: string;
}

/** What a person saw on our page when they said so, and from where they did: for the ledger, and nothing else. */
export interface Shown {
  readonly wording?: string;
  /** Of the wording. */
  readonly version?: string;
  readonly language?: string;
  readonly page?: string;
  readonly ip?: string;
  readonly user_agent?: string;
}

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
  | (Identified &
      Shown & {
        readonly kind: 'unsubscribe';
        readonly method: 'one_click_unsubscribe' | 'preference_page';
        readonly message: string;
        /** Of the mail; without one it is all marketing. */
        readonly topic?: string;
      })
  /** What somebody chose on their page, all of it at once. */
  | (Identified &
      Shown & {
        readonly kind: 'preferences';
        readonly method: 'preference_page' | 'one_click_unsubscribe';
        /** Whose link was followed. */
        readonly message?: string;
        readonly changes: PreferenceChanges;
      })
  /**
   * The link in the mail that asked to confirm a wish. `addressHash` is of the address that it was sent to, `sentAt` is when;
   * `abouts` are what its page named, by the ids of topics, and `*` for all marketing.
   */
  | (Identified &
      Shown & {
        readonly kind: 'confirm';
        readonly message: string;
        readonly addressHash: string;
        readonly sentAt: Instant;
        readonly abouts: readonly string[];
      })
  /** A wish that was told elsewhere, and is brought by the API. */
  | (Identified & { readonly kind: 'consent'; readonly given: ConsentGiven; readonly by: string })
  /** The owner stops all mail to an address, or lets it be mailed again. */
  | (Identified & {
      readonly kind: 'suppression';
      readonly do: 'add' | 'lift';
      readonly address: string;
      readonly because: string;
      readonly by: string;
    })
  /** What somebody of the team wants remembered: for people to read, and for no rule. */
  | (Identified & { readonly kind: 'note'; readonly text: string; readonly by: string })
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
