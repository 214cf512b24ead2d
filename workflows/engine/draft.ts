// A decision being made: the contact as it will be, what happened to it, and the messages it asks for.
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Message } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Transition } from '../model/transition.ts';
import type { Playbook } from './route.ts';

/** All the engine may know of the world. Time and chance come in as values. */
export interface World {
  readonly now: Instant;
  readonly playbook: Playbook;
  /** A stable hash of a text, at least 22 characters of A–Z a–z 0–9 _ -. */
  readonly hash: (text: string) => string;
}

export interface Draft {
  readonly contact: Contact;
  readonly transitions: readonly Transition[];
  readonly messages: readonly Message[];
}

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
