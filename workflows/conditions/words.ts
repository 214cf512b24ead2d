// How values and times appear in sentences and explanations: short, on one line, quoted only where they need it.
import type { Json } from '../model/event.ts';
import type { Instant } from '../model/time.ts';

/** Words that would read as the sentence's own. */
const taken = new Set(['unknown', 'known', 'and', 'or', 'not', 'none']);

const simple = /^[\p{L}\p{M}\p{N}_@.+-]+$/u;

/** Cut to a length, never inside a character. */
export const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;

/** An explanation is kept for every campaign that was asked, so a value of any length shows a little of itself. */
export function shown(value: Json): string {
  const plain = typeof value === 'string' && simple.test(value) && !taken.has(value);
  return cut(plain ? value : JSON.stringify(value), 80);
}

/** "a", "a or b", "a, b or c". */
export function either(values: readonly Json[]): string {
  const words = values.slice(0, 10).map(shown);
  const more = values.length - words.length;
  if (more > 0) return `${words.join(', ')} or ${more} more`;
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')} or ${last}` : last;
}

export const quoted = (text: string): string => JSON.stringify(cut(text, 80));

/** "once", "2 times". */
export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** "2026-06-15 12:00 UTC". */
export const clock = (at: Instant): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
