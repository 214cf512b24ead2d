// A decision being made: the contact as it will be, what happened to it, and what it asks of the world.

import type { Condition } from '../conditions/condition.ts';
import { type Answer, evaluate, type Subject } from '../conditions/evaluate.ts';
import type { Attributes } from '../model/attribute-type.ts';
import { zoneOf } from '../model/calendar-zone.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ConsentChange } from '../model/consent-record.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Fields } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import type { StockAnswer } from '../model/offer.ts';
import type { InnerOrder, Order } from '../model/order.ts';
import type { Rhythm } from '../model/rhythm.ts';
import type { Instant } from '../model/time.ts';
import type { Transition } from '../model/transition.ts';
import type { WorkspaceRules } from '../model/workspace.ts';
import type { Playbook } from './playbook.ts';

/** All the engine may know of the world. Time and chance come in as values. */
export interface World {
  readonly now: Instant;
  readonly playbook: Playbook;
  readonly workspace: WorkspaceRules;
  /** What the owner has declared of attributes. */
  readonly attributes?: Attributes;
  /** A stable hash of a text, at least 22 characters of A–Z a–z 0–9 _ -. */
  readonly hash: (text: string) => string;
  /** Products and offers. Throws Missing while they are not loaded; a workspace without has none. */
  readonly catalog?: () => Catalog;
  /** Whether a grant has got its unit of a limited offer. Throws Missing while that is not known. */
  readonly stock?: (offer: string, grant: string) => StockAnswer;
  /** How customers buy, as of late. */
  readonly rhythm?: Rhythm;
  /** Who comes to a segment, or leaves one, is let into no campaign for it. */
  readonly silent?: true;
}

export interface Draft {
  readonly contact: Contact;
  readonly transitions: readonly Transition[];
  readonly messages: readonly Message[];
  readonly orders: readonly Order[];
  /** Lines for the consent ledger. */
  readonly consents: readonly ConsentChange[];
  /** Orders among the contact's own campaigns, yet to be carried out. */
  readonly inner: readonly InnerOrder[];
  /** Enrollments at a send step, by id: who goes first is judged when all have arrived. */
  readonly asking: readonly string[];
}

/** A decision yet to be made about a contact. */
export const draftOf = (contact: Contact): Draft => ({
  contact,
  transitions: [],
  messages: [],
  orders: [],
  consents: [],
  inner: [],
  asking: [],
});

export const note = (draft: Draft, ...transitions: readonly Transition[]): Draft => ({
  ...draft,
  transitions: [...draft.transitions, ...transitions],
});

export const change = (draft: Draft, changes: Partial<Contact>): Draft => ({
  ...draft,
  contact: { ...draft.contact, ...changes },
});

/** Puts an enrollment in the place of its earlier self, or at the end. */
export function keep(draft: Draft, enrollment: Enrollment): Draft {
  const others = draft.contact.enrollments;
  const known = others.some(({ id }) => id === enrollment.id);
  const enrollments = known
    ? others.map((other) => (other.id === enrollment.id ? enrollment : other))
    : [...others, enrollment];
  return change(draft, { enrollments });
}

export const drop = (draft: Draft, enrollment: Enrollment): Draft =>
  change(draft, {
    enrollments: draft.contact.enrollments.filter(({ id }) => id !== enrollment.id),
  });

/** The contact as a condition sees it, beside the properties of an event. */
export const subjectOf = (
  { now, workspace, hash }: World,
  contact: Contact,
  { properties = {}, since }: { readonly properties?: Fields; readonly since?: Instant } = {},
): Subject => ({
  contact,
  properties,
  now,
  // Asked by few conditions, and not free.
  get zone() {
    return zoneOf(contact.traits, workspace.zone);
  },
  hash,
  ...(since === undefined ? {} : { since }),
});

/** Asks a condition of a draft's contact. */
export const ask = (
  world: World,
  { contact }: Pick<Draft, 'contact'>,
  condition: Condition,
  about: { readonly properties?: Fields; readonly since?: Instant } = {},
): Answer => evaluate(condition, subjectOf(world, contact, about));
