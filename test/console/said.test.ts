// What the engine says in English the console says in the reader's language: all of it, also what is added tomorrow.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasons, sayReason } from '../../console/web/parts/said/reasons.ts';
import { everywhere, isAmong, named, textsIn } from '../support/literals.ts';
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

describe('The phrasebook', () => {
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
