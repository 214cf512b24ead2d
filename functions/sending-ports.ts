// What sending asks of the world: claims in the ledger, mails in doubt, and the evidence that resolves them.
import type { CampaignState } from '../workflows/engine/card.ts';
import type { Unsent } from '../workflows/model/cause.ts';
import type { Message } from '../workflows/model/message.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { ListRequest } from './listing.ts';
import type { Slots } from './use-cases/slots.ts';

/** Read anew at every call; undefined for a campaign that is published no more. */
export type CampaignStates = () => Promise<(campaign: string) => CampaignState | undefined>;

/** What one message of the send queue holds: messages of one ledger page, ten at the most. */
export interface Parcel {
  readonly page: string;
  readonly messages: readonly Message[];
}

/**
 * What the ledger says of a message. `at` is when a claim's lease ends, or when the other states began;
 * `attempt` counts the tries to send that may have reached somebody.
 */
export interface Mark {
  readonly state: 'claimed' | 'released' | 'sent' | 'failed' | 'withheld' | 'doubt' | 'skipped';
  readonly attempt: number;
  readonly at: Instant;
  readonly detail?: string;
}

export interface MarkChange {
  readonly message: string;
  /** What must stand there: nothing (undefined), this mark, or anything at all. */
  readonly from: Mark | undefined | 'any';
  readonly to: Mark;
}

/** A mail that asks the owner of a mailbox to confirm something. `address` is a hash. */
export interface AskedAddress {
  readonly address: string;
  readonly purpose: string;
  readonly message: string;
  readonly at: Instant;
}

export interface Askings {
  /** Whether it may go: three a day do, in UTC. One that was let go before is let go again. */
  take(asked: AskedAddress): Promise<boolean>;
}

export interface Ledger {
  read(page: string): Promise<Map<string, Mark>>;
  /** All changes or none; false when something else stood there. */
  change(page: string, changes: readonly MarkChange[]): Promise<boolean>;
}

/** A mail that SES may or may not have accepted. */
export interface Doubt {
  readonly page: string;
  readonly message: Message;
  readonly mark: Mark;
  /** When SES's evidence must have arrived. */
  readonly resolveAt: Instant;
}

export interface Resolved {
  readonly doubt: Doubt;
  readonly at: Instant;
  readonly verdict: 'sent' | 'skipped' | 'resent';
}

/** When it is to be resolved, or was; and its message. */
export type DoubtPlace = readonly [at: Instant, message: string];

export interface Doubts {
  open(doubt: Doubt): Promise<void>;
  ready(now: Instant): Promise<Doubt[]>;
  /** The first to be resolved first; five hundred unless asked otherwise. */
  pending(request?: ListRequest<DoubtPlace>): Promise<Doubt[]>;
  /** The first to have been resolved first. */
  resolved(request?: ListRequest<DoubtPlace>): Promise<Resolved[]>;
  close(resolved: Resolved): Promise<void>;
}

export interface Sent {
  readonly message: string;
  readonly at: Instant;
}

/** Urgent is what somebody waits for; bulk is all marketing. */
export type Lane = 'urgent' | 'bulk';

/** What SES lets an account send; what is missing has no end. */
export interface SendQuota {
  readonly perSecond?: number;
  /** In any 24 hours, and how many of those are sent already. */
  readonly perDay?: number;
  readonly sent?: number;
}

export interface Pace {
  /** Slots for so many mails, or for as many of them as have their moment before `until`. */
  reserve(lane: Lane, count: number, until: Instant): Promise<Slots>;
  /** SES has refused a mail: too fast, or too many for this day. */
  slow(refused: { readonly daily: boolean }): Promise<void>;
}

export interface Evidence {
  record(sent: readonly Sent[]): Promise<void>;
  find(message: string, around: Instant): Promise<boolean>;
}

/** Tells contacts of messages that will not leave any more. */
export interface UnsentQueue {
  put(unsent: readonly Unsent[]): Promise<void>;
}
