// What whoever imports a file has to say about it: where each column goes, and what may be taken for a consent.
import * as z from 'zod';
import { line as lineOf, lines } from '../../workflows/model/text.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { phoneCountry } from '../sources/phone-country.ts';
import { readDate } from './date.ts';

/** Which part of 03/04/2025 is the day. */
export const dateOrder = z.enum(['iso', 'day_first', 'month_first']);
export type DateOrder = z.infer<typeof dateOrder>;

const header = z.string().max(1_000);
const reserved = new Set(['email', 'tags', '__proto__']);

const attribute = z.strictObject({
  header,
  to: z.literal('attribute'),
  name: lineOf(100).refine((name) => !reserved.has(name), 'this name has a column kind of its own'),
  type: z.enum(['text', 'number', 'boolean', 'date', 'phone']).default('text'),
  /** Of numbers. */
  decimal: z.optional(z.enum(['.', ','])),
  /** Of dates. */
  order: z.optional(dateOrder),
  /** Of phones: whose number it is where it does not say. */
  country: z.optional(phoneCountry),
});

export const column = z.discriminatedUnion('to', [
  z.strictObject({
    header,
    to: z.enum([
      ...(['email', 'user', 'tags', 'consent', 'unsubscribed', 'channel', 'ignore'] as const),
      ...(['keys', 'suppressed', 'topics', 'attributes'] as const),
    ]),
  }),
  z.strictObject({
    header,
    to: z.enum(['consent_at', 'withdrawn_at', 'answered_at']),
    order: z.optional(dateOrder),
  }),
  attribute,
]);
export type Column = Readonly<z.infer<typeof column>>;
export type Attribute = Extract<Column, { to: 'attribute' }>;

const date = z.string().transform((text, context): Instant => {
  const read = readDate(text, 'iso');
  if (read) return read.at;
  context.addIssue({ code: 'custom', message: 'a date such as 2025-12-31' });
  return z.NEVER;
});

const consent = z.strictObject({
  /** Where and how people agreed: "trade fair Poznań, paper form". */
  source: lineOf(300),
  /** When, for rows whose own column does not say. */
  date: z.optional(date),
  wording: z.optional(lines(2_000)),
  /** People who refused earlier, and agreed after that, are subscribed again. */
  endsRefusals: z.boolean().default(false),
});

const names = z.array(lineOf(100)).min(1).max(20);
const mostColumns = 2_000;

export const importSettings = z.strictObject({
  columns: z
    .array(column)
    .min(1)
    .max(mostColumns)
    .superRefine((columns, context) => {
      for (const [index, problem] of clashes(columns))
        context.addIssue({ code: 'custom', path: [index], message: problem });
    }),
  treat: z.enum(['contacts', 'unsubscribed', 'cleaned']).default('contacts'),
  consent: z.optional(consent),
  lists: z.optional(names),
  tags: z.optional(names),
  dryRun: z.boolean().default(false),
});
export type ImportSettings = Readonly<z.output<typeof importSettings>>;

/** Two columns of one destination: which of them would count? */
function clashes(columns: readonly Column[]): [number, string][] {
  const placed = columns.map((one, index) => ({ one, index, place: placeOf(one) }));
  const first = (place: string) => placed.find((other) => other.place === place);
  const again = placed.flatMap(({ one, index, place }): [number, string][] => {
    const { header = '' } = first(place)?.one ?? {};
    const isFirst = repeatable.has(one.to) || first(place)?.index === index;
    return isFirst ? [] : [[index, `"${one.header}" goes where "${header}" goes: ${place}`]];
  });
  const isNamed = columns.some(({ to }) => to === 'email' || to === 'user' || to === 'keys');
  const nobody = 'no column says who it is: one must go to email, or to user';
  return isNamed ? again : [...again, [0, nobody]];
}

const placeOf = (one: Column): string =>
  one.to === 'attribute' ? `attribute ${one.name}` : one.to;

const repeatable = new Set<Column['to']>(['ignore', 'tags', 'consent', 'unsubscribed']);
