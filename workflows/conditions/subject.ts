// What a condition is asked of, and what it answers.
import type { Contact } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';

export interface Subject {
  readonly contact: Contact;
  /** Of the event that is looked at; empty when there is none. */
  readonly properties: Fields;
  readonly now: Instant;
  /** The contact's time zone, IANA. */
  readonly zone: string;
  /** When the contact entered the campaign that asks. */
  readonly since?: Instant;
  /** A stable hash of a text. */
  readonly hash: (text: string) => string;
}

export interface Answer {
  readonly held: boolean;
  /** One line, of bounded length. */
  readonly because: string;
  readonly trace: Trace;
  /** The earliest moment at which the answer may change by time alone; absent when time changes nothing. */
  readonly until?: Instant;
}

/** Which part held for this contact, and what was found. */
export interface Trace {
  readonly sentence: string;
  readonly held: boolean;
  readonly found?: string;
  readonly parts?: readonly Trace[];
}
