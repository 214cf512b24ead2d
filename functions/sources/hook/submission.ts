// A filled-in form of a vendor's: who filled it in, their answers by question, and their consent, which only a
// question that the owner has named can give. A question alone, however it is worded, gives none.
import * as z from 'zod';
import type { Event } from '../../../workflows/model/event.ts';
import { isAgreeing, isOptOut } from '../../agreeing-words.ts';
import { answered } from '../../answers-yes-no.ts';
import { readAddress } from '../address.ts';
import type { Deed } from './deed.ts';
import { type Foreign, present, text } from './foreign.ts';

export interface Answer {
  /** What the owner may call the question by: its reference, its id, its words. The first names the answer. */
  readonly question: readonly string[];
  /** The words the person saw, with those beside the box if it is one. */
  readonly wording: string | undefined;
  /** True for a box that stands alone and is ticked. */
  readonly value: unknown;
  /** What the vendor says it is. */
  readonly is?: 'email' | 'phone';
}

const question = z.string().min(1).max(500);

export const submissionSettings = z.strictObject({
  /** The question whose answer is the address; else the first question that asks for one. */
  email: z.optional(question),
  /** The question that asks for consent to be written to. Without it nobody consents. */
  consent: z.optional(question),
  consent_version: z.optional(z.string().min(1).max(100)),
  /** Questions whose answers are attributes of the contact, with the names of these. */
  traits: z.optional(z.record(z.string().min(1).max(100), question)),
  /** Name of the event. */
  event: z.string().min(1).max(100).default('Form Submitted'),
});

export interface Submission {
  readonly answers: readonly Answer[];
  /** Fields that came along in the link, such as utm_source, and an address if it was known. */
  readonly hidden: Foreign;
  /** Of the form itself. */
  readonly about: Foreign;
  readonly id: string;
  readonly at: number | undefined;
}

/** A box that stands alone and is ticked says yes; but not one to opt out by. */
export const isTicked = (options: number, chosen: readonly unknown[]): boolean =>
  options === 1 && chosen.length === 1 && isAgreeing(text(chosen[0]) ?? '');

export function submissionDeed(
  { answers, hidden, about, id, at }: Submission,
  settings: Readonly<Record<string, unknown>>,
): Deed {
  const called = (name: unknown) =>
    name === undefined
      ? undefined
      : answers.find(({ question: names }) => names.includes(text(name) ?? ''));
  const email = called(settings.email) ?? answers.find((one) => isAddress(one));
  const phone = answers.find((one) => one.is === 'phone');
  const wanted = Object.entries((settings.traits ?? {}) as Readonly<Record<string, unknown>>);
  const traits = wanted.map(([trait, name]) => [
    trait,
    called(name)?.value ?? hidden[text(name) ?? ''],
  ]);
  const consent = called(settings.consent);
  return {
    name: text(settings.event, 100) ?? 'Form Submitted',
    id: [id],
    person: {
      email: email === undefined ? hidden.email : email.value,
      traits: { phone: phone?.value, ...present(Object.fromEntries(traits)) },
    },
    properties: {
      ...about,
      answers: byQuestion(answers, [email, phone, consent]),
      ...utmOf(hidden),
      hidden,
    },
    ...(consent && consentOf(consent, settings.consent_version)),
    at,
  };
}

const isAddress = ({ is, value }: Answer): boolean =>
  is === 'email' && readAddress(value) !== undefined;

const mostAnswers = 100;

/** What is known of the person already is not said twice. */
function byQuestion(
  answers: readonly Answer[],
  told: readonly (Answer | undefined)[],
): Foreign | undefined {
  const others = answers.filter((one) => !told.includes(one)).slice(0, mostAnswers);
  const named = others.map(({ question: [name = ''], value }) => [name, value] as const);
  return named.length === 0 ? undefined : present(Object.fromEntries(named));
}

const utmOf = (hidden: Foreign): Foreign =>
  Object.fromEntries(Object.entries(hidden).filter(([name]) => name.startsWith('utm_')));

/** Only a yes to what is no opt-out counts; a no is no withdrawal, for the person was asked for something new. */
function consentOf({ wording, value }: Answer, version: unknown): Pick<Event, 'consent'> {
  if (value !== true && answered(text(value) ?? '') !== 'yes') return {};
  if (isOptOut(wording ?? '')) return {};
  return {
    consent: {
      status: 'subscribed',
      method: 'form',
      ...(wording !== undefined && { wording: wording.slice(0, 2_000).toWellFormed() }),
      ...(typeof version === 'string' && { version }),
    },
  };
}
