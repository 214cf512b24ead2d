// What the engine says in English the console says in the reader's language: all of it, also what is added tomorrow.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { advice } from '../../console/web/parts/said/advice.ts';
import { faults, sayFault } from '../../console/web/parts/said/faults.ts';
import { setup } from '../../console/web/parts/said/phrases/setup.ts';
import { reasons, sayReason } from '../../console/web/parts/said/reasons.ts';
import { providers } from '../../functions/sources/hook/providers.ts';
import { everywhere, handedTo, isAmong, named, textsIn } from '../support/literals.ts';
import { wordingIn } from '../support/wording.ts';

const root = join(import.meta.dirname, '../..');
const filesIn = (...patterns: string[]) => patterns.flatMap((one) => globSync(one, { cwd: root }));

/** More than one word: names, kinds and units are said elsewhere. */
const isSentence = (text: string) => /[a-z].* .*[a-z]|[a-z]{2} .*\{\}|\{\}.* [a-z]{2}/.test(text);

/** How a sentence goes on is a sentence of its own in the phrasebook. */
const alone = (text: string) => text.replace(/^, but |^\{\}; /, '');

const reasonsWritten = [
  ...filesIn(
    'workflows/engine/why-{entering,inside,machines,messages,sentence,trigger,unsent}.ts',
    'workflows/engine/{refusals,holdout,gate,sending-time,frequency,call,inner,end,walk}.ts',
    'workflows/offers/{choose,fits,grants,explain,candidates}.ts',
  ).flatMap((file) => textsIn(file, everywhere)),
  ...filesIn(
    'workflows/engine/*.ts',
    'workflows/{steps,triggers,insights}/*.ts',
    'workflows/model/{sending-window,calendar-zone}.ts',
  ).flatMap((file) => textsIn(file, named('because', 'missing', 'held', 'whose', 'silent'))),
  ...filesIn('workflows/conditions/*.ts').flatMap((file) => textsIn(file, named('found'))),
]
  .map(alone)
  .filter(isSentence)
  // The name of an event.
  .filter((text) => text !== 'Order Completed');

/** What a schema says of a value, and what is found beside it. */
const refining = ['refine', 'regex', 'refuse', 'check'].map(handedTo);
const faultsWritten = [
  ...filesIn('functions/{use-cases,api,adapters,sources}/**/*.ts').flatMap((file) =>
    textsIn(file, handedTo('Refused')),
  ),
  ...filesIn('functions/sources/**/*.ts', 'functions/use-cases/accept-events.ts').flatMap((file) =>
    textsIn(file, named('reason', 'said', 'tooMany')),
  ),
  ...textsIn('functions/sources/form/spam.ts', everywhere),
  ...filesIn('workflows/{model,steps,triggers,conditions}/**/*.ts').flatMap((file) => [
    ...textsIn(file, named('message', 'error')),
    ...refining.flatMap((where) => textsIn(file, where)),
  ]),
  ...filesIn('functions/use-cases/check-*.ts', 'functions/channels/email/look-over.ts').flatMap(
    (file) => [...textsIn(file, named('message')), ...textsIn(file, handedTo('odd'))],
  ),
].filter(isSentence);

describe('The phrasebook', () => {
  it('has what the check of a domain says', () => {
    const written = filesIn('functions/domain/*.ts').flatMap((file) =>
      textsIn(file, named('says', 'missing', 'needed')),
    );
    const missing = written.filter((text) => isSentence(text) && !isAmong(text, advice));
    expect(missing).toEqual([]);
  });

  it('has the steps of every sender', () => {
    const steps = providers.flatMap((one) => one.setup.steps);
    expect(steps.filter((step) => !(setup as readonly string[]).includes(step))).toEqual([]);
  });

  it('has every fault that somebody who writes can meet', () => {
    expect(faultsWritten.length).toBeGreaterThan(100);
    const missing = faultsWritten.filter((text) => !isAmong(text, faults) && !machines.has(text));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has every reason that the engine can give', () => {
    expect(reasonsWritten.length).toBeGreaterThan(100);
    const missing = reasonsWritten.filter((text) => !isAmong(text, reasons));
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(['fa', 'pl'] as const)('is read and said in %s', (language) => {
    const speech = { ...wordingIn(language), moment: (at: number) => `<${at}>` };
    const told = samples.map((text) => sayReason(text, speech));
    expect(samples.filter((_, at) => told[at] === undefined)).toEqual([]);
    expect(speech.missing).toEqual([]);
    expect(told.filter((one) => english.test(one ?? ''))).toEqual([]);
  });

  it.each(['fa', 'pl'] as const)('says faults in %s', (language) => {
    const speech = { ...wordingIn(language), moment: String };
    const told = faulty.map((text) => sayFault(text, speech));
    expect(faulty.filter((_, at) => told[at] === undefined)).toEqual([]);
    expect(speech.missing).toEqual([]);
    expect(told.filter((one) => english.test(one ?? ''))).toEqual([]);
  });

  it('leaves what it does not know', () => {
    const speech = { ...wordingIn('fa'), moment: String };
    expect(sayReason('the moon is in the seventh house, and so on', speech)).toBeUndefined();
    expect(sayReason('', speech)).toBeUndefined();
  });

  it('says values in their place, deep within a sentence', () => {
    const speech = { ...wordingIn('pl'), moment: (at: number) => new Date(at).toISOString() };
    const text =
      'In: waits at "wait" until 2026-11-26 17:32 UTC; entered on 2026-11-23 17:32 UTC, because "Paid" happened.';
    expect(sayReason(text, speech)).toBe(
      'W kampanii: czeka w kroku „wait” do 2026-11-26T17:32:00.000Z; wejście 2026-11-23T17:32:00.000Z, ponieważ nastąpiło „Paid”.',
    );
  });
});

/** As they came out of the engine. */
const samples = [
  "Every monday and friday at 09:00 in everybody's own time zone, from 2026-12-01, until 2027-01-01",
  'On day 1, 15 and 31 of every month, or on the last day of a shorter one, at 09:00 (ZONE)',
  'the broadcast reached it, is anyone (yes)',
  'it is 09:00 on monday or friday (ZONE)',
  'Not in: it was, and left ("PAID" happened) on 2026-11-23 17:32 UTC; now it would not enter again: entered before, re-entry is never.',
  'Not in: it lets people in when it is 09:00, 30 days before the anniversary of AT, which has not come; that will be on 2026-11-23 17:32 UTC.',
  'In: the message of "A" is held until 2026-11-26 17:32 UTC, quiet hours 21:00–08:00 (ZONE), spread over 4 hours; entered on 2026-11-23 17:32 UTC, because the API asked for it, but the messages of "A" (there is no address), "B" (got "X" 3 hours ago) and 2 more were not sent.',
  'Not in: PLAN is PRO (yes: PRO) on 2026-11-23 17:32 UTC, but has subscribed (no: unsubscribed by FORM at 2026-11-22 17:32 UTC). Left out as a machine\'s doing: has done "X" (2 times).',
  'no offer to make; TV does not go with what they bought; TEN not eligible: PLAN is unknown (no)',
  'no order for 40 days, usual is 12 days, of their own 3 gaps; expected gain 12.50 (X) is worth the cost of 1',
  '"PAID" happened, TAGS has none of A among its values (yes: unknown) and has done "X" at least 2 times in the last 30 days (yes: 3 times, last at 2026-11-22 17:32 UTC)',
];

/** Values in the samples are in capitals, so that what is left is found. */
const english = / (?:the|is|was|has|and|of|on|in|not|until) /;

/** What only programs are told, and the frame around problems, which are said one by one. */
const machines = new Set([
  'The id token has no address',
  'The address of the id token is not verified',
  'The id token opens nothing: {}',
  'With a session, changes are asked for by the console alone',
  'The body is nested deeper than {} levels',
  'Say which revision: If-Match: "3"',
  'The write key is missing or unknown.',
  'unknown key',
  'unknown name',
  'strange origin',
  'This is read with GET.',
  'what group calls tell',
  '{} is not valid:\n{}',
]);

/** As the API says them. */
const faulty = [
  'Another step has the id "A"',
  'This is the campaign\'s own trigger: it goes round 10 times and is cut; if it is meant, say so by "limits", or let people in again after a day or more by "reentry"',
  'The campaign is stopped; only one that is live or paused can be paused',
  'It is used by campaign "A", segment "B" and 3 more',
  'Nothing was changed: AGE is a number, not OLD; SIZE is a list, not BIG',
  'there is no segment "A"',
  'Too small: expected string to have >=1 characters',
  'body, line 2: FIRST does not exist; did you mean PERSON.FIRST? a template can read PERSON, EVENT',
  'Template A: in FA, body: tag {% IF A %} not closed, line:2 of block FOOT, col:10',
  'body: undefined filter: UPCASEE, line:2, col:10; did you mean UPCASE?',
  "line 2 of block FOOT, MJ-TXT: Element MJ-TXT doesn't exist or is not registered",
  'line 1, MJ-HERO: MJ-HERO cannot be used inside MJ-SECTION, only inside: MJ-BODY, MJ-WRAPPER',
  'line 2, MJ-TEXT: Attribute COLOR has invalid value: 12PX!! for type COLOR ',
  'line 2, {{ PERSON.X }} is lost; Liquid lives inside mj-text, mj-raw or an attribute',
  'line 7, MJ-TEXT: SOMETHING NEW',
  'TRAITS must be an object, it is text.',
  'PRODUCTS[0].PRICE must be text or a number, it is true or false',
  'TYPE must be one of TRACK, IDENTIFY; it is "TRUCK".',
  'the event is not as it must be: Invalid URL',
  'Only Perennial itself says "EMAIL OPENED"',
  'it may have been sent, or not: SES IS SILENT',
];
