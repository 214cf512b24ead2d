// The operators on text. They never hold for a value that is not a string.
import { refuse } from './pattern-json.ts';

/** Does a leaf value of the event match? */
export type Test = (value: unknown) => boolean;

const onText =
  (test: (text: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && test(value);

export const startsWith = (prefix: string): Test => onText((text) => text.startsWith(prefix));
export const endsWith = (suffix: string): Test => onText((text) => text.endsWith(suffix));

export function equalsIgnoreCase(argument: unknown): Test {
  if (typeof argument !== 'string')
    return refuse('equals-ignore-case match pattern must be a string');
  const wanted = argument.toLowerCase();
  return onText((text) => text.toLowerCase() === wanted);
}

/** `*` is any run of characters, `\*` an asterisk and `\\` a backslash. */
export function wildcard(argument: unknown): Test {
  if (typeof argument !== 'string') return refuse('wildcard match pattern must be a string');
  const [first = '', ...rest] = literals(argument);
  const last = rest.pop();
  if (last === undefined) return onText((text) => text === first);
  return onText((text) => {
    if (!text.startsWith(first)) return false;
    const end = rest.reduce((from, part) => after(text, part, from), first.length);
    return end + last.length <= text.length && text.endsWith(last);
  });
}

/** Where `part` ends at the earliest; beyond every text if it is not there. */
function after(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found === -1 ? Number.POSITIVE_INFINITY : found + part.length;
}

/** The literal parts between the wildcards. */
function literals(pattern: string): string[] {
  const parts = [''];
  for (const [token] of pattern.matchAll(/\\.?|[^\\]/gsu)) {
    if (token !== '*') parts.push(parts.pop() + unescaped(token));
    else if (parts.length > 1 && parts.at(-1) === '') refuse('Consecutive wildcard characters');
    else parts.push('');
  }
  return parts;
}

function unescaped(token: string): string {
  if (!token.startsWith('\\')) return token;
  return token === '\\*' || token === '\\\\' ? token.slice(1) : refuse('Invalid escape character');
}
