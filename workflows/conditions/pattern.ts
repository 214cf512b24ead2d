// Regular expressions that cannot run away: parsed here, and run by automaton.ts in time linear to the text.
// Refuses what that cannot do: backreferences, looking around, named groups; and patterns that are too large.
import * as z from 'zod';
import { composed } from './fold.ts';

export type Node =
  | { readonly kind: 'letter'; readonly test: (letter: string) => boolean }
  | { readonly kind: 'place'; readonly test: (before: string, after: string) => boolean }
  | { readonly kind: 'row' | 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number };

const longestPattern = 200;

interface Reader {
  readonly source: string;
  readonly flags: 'u' | 'iu';
  at: number;
}

/** Throws an Error that says what is wrong. */
export function parsePattern(text: string, exact: boolean): Node {
  const reader: Reader = { source: composed(text), flags: exact ? 'u' : 'iu', at: 0 };
  if (reader.source.length > longestPattern)
    throw new Error(`a pattern has at most ${longestPattern} characters`);
  const node = readChoice(reader);
  if (reader.at < reader.source.length) throw new Error('a closing parenthesis opens nowhere');
  return node;
}

function readChoice(reader: Reader): Node {
  const nodes = [readRow(reader)];
  while (take(reader, /\|/y)) nodes.push(readRow(reader));
  return { kind: 'choice', nodes };
}

function readRow(reader: Reader): Node {
  const nodes: Node[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source.charAt(reader.at)))
    nodes.push(readRepeat(reader));
  return { kind: 'row', nodes };
}

const quantifier = /(?:([*+?])|\{(\d{1,3})(,?)(\d{0,3})\})\??/y;

function readRepeat(reader: Reader): Node {
  const node = readOne(reader);
  const found = take(reader, quantifier);
  if (!found) return node;
  if (node.kind === 'place') throw new Error('an anchor cannot be repeated');
  const [min, max] = found[1] ? (signs[found[1]] ?? [1, 1]) : bounds(found);
  if (max < min) throw new Error(`${found[0]} asks for less than it needs`);
  return { kind: 'repeat', node, min, max };
}

const many = Number.POSITIVE_INFINITY;

const signs: Readonly<Record<string, readonly [min: number, max: number]>> = {
  '*': [0, many],
  '+': [1, many],
  '?': [0, 1],
};

/** {3}, {3,} and {3,5}. */
function bounds([, , least, comma, most]: RegExpExecArray): readonly [min: number, max: number] {
  return [Number(least), comma && !most ? many : Number(most || least)];
}

function readOne(reader: Reader): Node {
  if (take(reader, /\((?:\?:)?(?!\?)/y)) {
    const node = readChoice(reader);
    if (!take(reader, /\)/y)) throw new Error('a parenthesis is never closed');
    return node;
  }
  const place = take(reader, /\^|\$|\\[bB]/y);
  return place ? { kind: 'place', test: places[place[0]] ?? (() => false) } : readLetter(reader);
}

const isWord = (letter: string) => /^[\p{L}\p{N}_]$/u.test(letter);
const isEdge = (before: string, after: string) => isWord(before) !== isWord(after);

const places: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  '^': (before) => before === '',
  $: (_, after) => after === '',
  '\\b': isEdge,
  '\\B': (before, after) => !isEdge(before, after),
};

/** An escape, a class in brackets, or a letter that means itself. */
const letter =
  /\\[pP]\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[^\dk]|\[(?:\\.|[^\]\\])*\]|[^\\()[\]{}|*+?^$]/uy;

/** JavaScript's own engine tests single letters: what a class means is known there best. */
function readLetter(reader: Reader): Node {
  const source = take(reader, letter)?.[0];
  if (source === undefined) throw new Error(refusal(reader));
  const single = compileLetter(source, reader.flags);
  return { kind: 'letter', test: (one) => single.test(one) };
}

function compileLetter(source: string, flags: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, flags);
  } catch (cause) {
    throw new Error(`${source} is no letter and no class of letters`, { cause });
  }
}

function refusal({ source, at }: Reader): string {
  const rest = source.slice(at);
  if (/^\\[\dk]/.test(rest)) return 'a pattern cannot refer back to a group';
  if (rest.startsWith('(?')) return 'a pattern cannot look around, nor name its groups';
  return `${JSON.stringify(rest.slice(0, 5))} is not understood: put \\ before a sign that means itself`;
}

function take(reader: Reader, what: RegExp): RegExpExecArray | null {
  what.lastIndex = reader.at;
  const found = what.exec(reader.source);
  if (found) reader.at = what.lastIndex;
  return found;
}

/** A pattern in a document: refused with the reason when it cannot be run. */
export const patternText = (runs: (pattern: string) => void) =>
  z
    .string()
    .min(1)
    .superRefine((text, context) => {
      try {
        runs(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    });
