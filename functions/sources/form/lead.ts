// Filled-in fields to one event. Consent is taken only from a field named for it, never from the wording alone,
// for an unticked checkbox still sends the hidden text beside it; and only for a yes, for a radio button sends
// "I do not agree" as well.
import type { Event } from '../../../workflows/model/event.ts';
import { present } from '../../../workflows/model/present.ts';
import { isAgreeing, isOptOut } from '../../agreeing-words.ts';
import { answered } from '../../answers-yes-no.ts';
import { Refused } from '../../errors.ts';
import { readAddress } from '../address.ts';
import type { Fields } from '../clean.ts';
import { fingerprint, minuteOf } from '../fingerprint.ts';
import { type Answers, lastOf } from './answers.ts';

interface Submission {
  readonly writeKey: string;
  readonly form: string | undefined;
  /** Address of the page that the form is on. */
  readonly page?: string | undefined;
  /** Whoever sent it, and with which browser: a part of what proves a consent. */
  readonly ip?: string | undefined;
  readonly agent?: string | undefined;
  readonly receivedAt: number;
  /** A number as E.164; undefined for what is none. Not everybody carries the numbering plans of the world. */
  readonly phoneOf?: (text: string) => string | undefined;
}

const titleCase = /^\p{Lu}[\p{L}\p{N}]*(?: [\p{Lu}\p{N}][\p{L}\p{N}]*)*$/u;
const mailchimpHoneypot = /^b_\w+_\w+$/;
const traits = {
  email: 'email',
  first_name: 'first_name',
  firstName: 'first_name',
  last_name: 'last_name',
  lastName: 'last_name',
  name: 'name',
  phone: 'phone',
  company: 'company',
} as const;

/** The name of the hidden field that only a bot fills in, when it is filled in. */
export const honeypot = (answers: Answers): string | undefined =>
  Object.keys(answers).find(
    (name) => (name === '_gotcha' || mailchimpHoneypot.test(name)) && lastOf(answers[name]),
  );

/** Refuses a form without a usable email address. */
export function leadOf(answers: Answers, submission: Submission): Event {
  const { writeKey, form, receivedAt } = submission;
  const email = readAddress(lastOf(answers.email));
  if (email === undefined) throw new Refused(400, 'Please enter a valid email address.');
  const id = lastOf(answers._id);
  const { consent, unclear } = consentOf(answers, submission);
  return {
    // The page's own id makes a repeat certain; without one, the same answers within a minute are a double click.
    id: fingerprint(
      writeKey,
      form ?? '',
      ...(id === undefined ? [JSON.stringify(answers), minuteOf(receivedAt)] : [id]),
    ),
    type: 'track',
    name: eventName(lastOf(answers._event)),
    email,
    traits: { ...traitsOf(answers, submission), email },
    properties: {
      ...othersOf(answers),
      ...(unclear !== undefined && { consent: unclear }),
      ...(form && { form }),
    },
    ...(consent && { consent }),
    timestamp: receivedAt,
    receivedAt,
    source: 'form',
  };
}

const eventName = (wished: string | undefined): string =>
  wished !== undefined && wished.length <= 100 && titleCase.test(wished) ? wished : 'Lead Captured';

/** A phone that cannot be read stays as it was filled in: somebody can still call it. */
function traitsOf(answers: Answers, { phoneOf }: Submission): Fields {
  const found = Object.entries(traits).flatMap(([field, trait]) => {
    const text = lastOf(answers[field]);
    if (text === undefined) return [];
    const value = trait === 'phone' ? (phoneOf?.(text) ?? text) : text;
    return [[trait, value] as const];
  });
  return Object.fromEntries(found);
}

const othersOf = (answers: Answers): Fields =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !isOwn(name)));

const isOwn = (name: string) =>
  Object.hasOwn(traits, name) ||
  name.startsWith('_') ||
  /^consent(?:_wording|_version|_topics|_language|_policy)?$/.test(name) ||
  mailchimpHoneypot.test(name);

interface Said extends Pick<Event, 'consent'> {
  /** What is neither a yes nor a no; of a yes to an opt-out, what it was said to. */
  readonly unclear?: string;
}

/**
 * With what proves it: the words, their version, and the page they stood on. A ticked box may send its label for a
 * yes, which is then the wording. Beside words to opt out by neither a yes nor the label is one. A no withdraws
 * nothing: the person was asked for something new.
 */
function consentOf(answers: Answers, { page, ip, agent }: Submission): Said {
  const said = lastOf(answers.consent);
  const shown = lastOf(answers.consent_wording);
  if (said === undefined) return {};
  const answer = answered(said);
  if (answer === 'no') return {};
  if (answer === undefined && !(isSameText(said, shown) && isAgreeing(said)))
    return { unclear: said };
  if (answer === 'yes' && shown && isOptOut(shown)) return { unclear: shown };
  const proof = present({
    wording: cut(shown, 2_000),
    version: cut(lastOf(answers.consent_version), 100),
    language: cut(lastOf(answers.consent_language), 35),
    policy_url: cut(lastOf(answers.consent_policy), 2_000),
    topics: topicsIn(answers.consent_topics),
    user_agent: cut(agent, 500),
    ...{ page, ip },
  });
  return { consent: { status: 'subscribed', method: 'form', ...proof } };
}

/** "news, offers", or a box for each. */
function topicsIn(asked: Answers[string] | undefined): string[] | undefined {
  const texts = Array.isArray(asked) ? asked.map(lastOf) : [lastOf(asked)];
  const ids = texts.flatMap((text) => text?.split(',') ?? []).map((id) => id.trim());
  const named = [...new Set(ids)].filter((id) => id !== '' && id.length <= 40).slice(0, 30);
  return named.length > 0 ? named : undefined;
}

/** Browsers send other line ends than a page has. */
const isSameText = (one: string, other: string | undefined): boolean =>
  one.replace(/\s+/gu, ' ') === other?.replace(/\s+/gu, ' ');

const cut = (text: string | undefined, most: number): string | undefined =>
  text?.slice(0, most).toWellFormed();
