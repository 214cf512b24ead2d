// Says what is wrong with a document, each fault with its place. Of a union zod knows only that nothing fits;
// here the alternative that was meant speaks. It judges nothing itself.
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;
type Alternative = readonly Issue[];

/**
 * Each with its own place, in words that a marketer may read. `input` is what the schema was given: of a union the
 * faults of the alternative that was meant are told, of unknown keys each key.
 */
export const plainIssues = ({ issues }: Pick<z.ZodError, 'issues'>, input: unknown): Issue[] =>
  issues.flatMap((issue) => plain(issue, input));

/** The issues of the alternative that was meant, or the union's own words when that cannot be told. */
function plain(issue: Issue, input: unknown): Issue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue, key));
  if (issue.code === 'invalid_key') return issue.issues.map((one) => at(issue.path, one));
  if (issue.code !== 'invalid_union') return [issue];
  const value = issue.path.reduce(within, input);
  const meant = closest(alternatives(issue), value);
  if (meant.length !== 1 && !isTold(meant, issue)) return [issue];
  const inner = meant.flatMap((one) => one.flatMap((each) => plain(each, value)));
  return inner.map((each) => at(issue.path, each));
}

const at = (path: readonly PropertyKey[], issue: Issue): Issue => ({
  ...issue,
  path: [...path, ...issue.path],
});

const unknownKey = (issue: z.core.$ZodIssueUnrecognizedKeys, key: string): Issue => ({
  ...issue,
  path: [...issue.path, key],
  message: `"${key}" is ${issue.message}`,
});

/** Whether several alternatives tell of the same place. Of the whole value the schema's author may tell it better. */
function isTold(meant: readonly Alternative[], { message }: Issue): boolean {
  const places = new Set(meant.map((one) => JSON.stringify(one.map(({ path }) => path))));
  const isWhole = meant.every((one) => one.every(({ path }) => path.length === 0));
  return places.size === 1 && !(isWhole && message !== wordless);
}

/** What zod says of a union whose author says nothing. */
const wordless = 'Invalid input';

/** A union inside a union is one union of more. */
const alternatives = ({ errors }: z.core.$ZodIssueInvalidUnion): Alternative[] =>
  errors.flatMap((one) => {
    const [only] = one;
    const isUnion = one.length === 1 && only?.code === 'invalid_union' && only.path.length === 0;
    return isUnion ? alternatives(only) : [one];
  });

/** Those with the fewest faults in their outline, and of these those with the fewest faults. */
function closest(every: readonly Alternative[], value: unknown): Alternative[] {
  const ofItsKind = every.filter((one) => !one.some(refusesKind));
  const all = ofItsKind.length > 0 ? ofItsKind : every;
  const scored = all.map((one) => ({
    one,
    score: one.reduce((sum, issue) => sum + weight(issue, value), 0) * 1_000 + one.length,
  }));
  const best = Math.min(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ one }) => one);
}

/** Another kind of value altogether: a number was meant where there is an object. */
const refusesKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** How much an issue says that another alternative was meant: keys too few or too many, another word than asked. */
function weight({ code, path }: Issue, value: unknown): number {
  const [key, ...deeper] = path;
  if (key === undefined) return 1;
  if (deeper.length > 0) return 0;
  return code === 'invalid_value' || within(value, key) === undefined ? 1 : 0;
}

const within = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
