// A message: one rendered mail to one contact, asked for by one step of one enrollment.
import type { Fields } from './event.ts';
import type { Instant } from './time.ts';

/** Marketing needs consent and carries one-click unsubscribe; transactional is exempt from both. */
export type MessageKind = 'marketing' | 'transactional';

/** It comes from enrollment and step, not from the version: moving people never mails them twice. */
export const messageId = (
  hash: (text: string) => string,
  enrollment: string,
  step: string,
): string => `msg_${hash(`${enrollment}/${step}`)}`;

/** What a send step asks for. `event` holds only the properties of the trigger that the version uses. */
export interface Message {
  readonly id: string;
  readonly contact: string;
  readonly enrollment: string;
  readonly campaign: string;
  readonly version: number;
  readonly step: string;
  readonly template: string;
  readonly kind: MessageKind;
  /** What the campaign is about, as people may join and leave it. */
  readonly topic?: string;
  readonly event: Fields;
  /** What the offer step before it chose, as the mail may show it. */
  readonly offer?: Fields;
  /** The workspace's, for readers who have none of their own; absent for UTC. */
  readonly zone?: string;
  /** Of a broadcast: it waits apart, so that nobody's receipt waits behind a million of these. */
  readonly bulk?: true;
  readonly requestedAt: Instant;
  /** Later than this it is not sent any more, whatever held it up on the way. */
  readonly expiresAt?: Instant;
}
