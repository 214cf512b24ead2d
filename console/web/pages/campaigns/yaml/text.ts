// A campaign as YAML text and back, and where in the text each problem is. Comments are not kept.

import { LineCounter, parseDocument, stringify } from 'yaml';
import { pathOf } from '../steps/problems.ts';
import type { Fields } from '../steps/tree.ts';
import type { Problem } from '../writing/use-writing.ts';
import { isDeepEqual } from './same.ts';

export const writeText = (document: Fields): string =>
  stringify(document, { lineWidth: 100, flowCollectionPadding: true });

interface Read {
  readonly document?: Fields;
  /** Why it is no campaign at all. */
  readonly fault?: string;
}

/** Half characters and unknown fields are for the API to refuse; this asks only whether it is a map at all. */
export function readText(text: string): Read {
  const parsed = parseDocument(text);
  const [error] = parsed.errors;
  if (error) return { fault: error.message };
  const value: unknown = parsed.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fault: 'A campaign is a map: name, trigger, steps' };
  return { document: JSON.parse(JSON.stringify(value)) as Fields };
}

export function saysTheSame(text: string, document: Fields): boolean {
  const read = readText(text).document;
  return read !== undefined && isDeepEqual(read, document);
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error';
  readonly message: string;
}

/** Faults of the text itself, or the problems of the campaign, at their places or at the nearest that is there. */
export function marksOf(text: string, problems: readonly Problem[]): Mark[] {
  const parsed = parseDocument(text, { lineCounter: new LineCounter() });
  const severity = 'error' as const;
  if (parsed.errors.length > 0)
    return parsed.errors.map(({ pos: [from, to], message }) => ({
      from: Math.min(from, text.length),
      to: Math.min(to, text.length),
      severity,
      message,
    }));
  return problems.map(({ at, message }) => ({
    ...rangeOf(parsed, pathOf(at) ?? []),
    severity,
    message,
  }));
}

type Parsed = ReturnType<typeof parseDocument>;

function rangeOf(parsed: Parsed, path: readonly (string | number)[]): { from: number; to: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const found = parsed.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
    const [from, to] = found?.range ?? [];
    if (from !== undefined && to !== undefined) return { from, to };
  }
  return { from: 0, to: 0 };
}
