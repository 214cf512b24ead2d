// Where a contact lives, which tenth of all contacts it belongs to, and everyone.
import * as z from 'zod';
import { digestNumber } from './digest.ts';
import { textOf } from './fold.ts';
import { operator } from './operator.ts';
import { locate } from './path.ts';
import type { Subject } from './subject.ts';
import { either } from './words.ts';

/** The European Union's 27 members, ISO 3166. */
const eu = new Set(
  'at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk'.split(' '),
);

const countryPaths = ['country', 'address.country'] as const;

function countryOf({ contact }: Subject): string | undefined {
  const found = countryPaths.flatMap((path) => locate(contact.traits, path).values);
  return textOf(found[0])?.trim();
}

const isIn = (country: string, region: string) =>
  region === 'eu' ? eu.has(country) : region === country;

interface Bucket {
  readonly from: number;
  readonly to: number;
  readonly salt: string;
}

const whole = 2 ** 53;

/** 0 up to, and without, 100: the same of the same contact and salt for ever. */
const percentOf = ({ salt }: Bucket, { contact, hash }: Subject): number =>
  (digestNumber(hash(`bucket/${salt}/${contact.id}`)) / whole) * 100;

const percent = z.number().min(0).max(100);

export const personOperators = [
  operator(
    'region',
    { in: z.array(z.string().min(2).max(60)).min(1).max(300) },
    {
      words: (rule) => `lives in ${either(rule.in)}`,
      answer: (rule, subject) => {
        const country = countryOf(subject);
        const held =
          country !== undefined && rule.in.some((one) => isIn(country, textOf(one) ?? ''));
        return { held, found: country ?? 'unknown' };
      },
      needs: () => ({ attributes: countryPaths }),
    },
  ),
  operator(
    'random_bucket',
    { from: percent, to: percent, salt: z.string().max(100).default('') },
    {
      words: ({ from, to }) => `is in the random part from ${from}% to ${to}%`,
      answer: (rule, subject) => {
        const drawn = percentOf(rule, subject);
        return { held: rule.from <= drawn && drawn < rule.to, found: `${drawn.toFixed(1)}%` };
      },
      needs: () => ({ chance: true }),
      check: ({ from, to }) => (from >= to ? 'from is not less than to' : undefined),
    },
  ),
  operator(
    'everyone',
    {},
    {
      words: () => 'is anyone',
      answer: () => ({ held: true }),
      needs: () => ({}),
    },
  ),
] as const;
