// Conditions of one attribute that cannot hold together, though one "and" asks for both. It tells what is certain and is
// silent about the rest: a path with dots may lead to many values, and whoever lets missing values match is left alone.
import type { Condition, Leaf } from './condition.ts';
import { composed, foldText, numberOf, type Scalar } from './fold.ts';
import { partsOf } from './group.ts';
import { sentence } from './sentence.ts';

interface Contradiction {
  /** The later of the two. */
  readonly rule: Condition;
  readonly because: string;
}

export function contradictions(rule: Condition): Contradiction[] {
  const inner = partsOf(rule).flatMap(contradictions);
  return rule.op === 'and' ? [...inner, ...among(rule.rules)] : inner;
}

/** Rules in groups of their own are told of there; here each is held against those of other groups too. */
function among(rules: readonly Condition[]): Contradiction[] {
  const groups = rules.map((rule) => asked(rule).flatMap(wishOf));
  return groups.flatMap((group, at) =>
    group.flatMap((later) => {
      const earlier = groups.slice(0, at).flat();
      const other = earlier.find((one) => one.name === later.name && !mayBoth(one, later));
      return other ? [contradiction(other, later)] : [];
    }),
  );
}

/** What must hold for the rule to hold, one by one. */
const asked = (rule: Condition): readonly Condition[] =>
  rule.op === 'and' ? rule.rules.flatMap(asked) : [rule];

/** From one number to another, both included unless it is `open`. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly open?: boolean;
}

interface Wish {
  readonly rule: Leaf;
  /** "attribute plan". */
  readonly name: string;
  readonly isMissing?: boolean;
  /** One of these. */
  readonly values?: readonly Scalar[];
  readonly exact?: boolean | undefined;
  /** A number in one of these; of a text that is none, in none. */
  readonly ranges?: readonly Range[];
}

function wishOf(rule: Condition): Wish[] {
  if (!('include_missing' in rule || 'attribute' in rule || 'property' in rule)) return [];
  const leaf = rule as Leaf & { readonly attribute?: string; readonly property?: string };
  const { attribute, property } = leaf;
  const name = attribute === undefined ? `property ${property}` : `attribute ${attribute}`;
  const wish = { rule: leaf, name };
  if (leaf.op === 'is_not_set') return [{ ...wish, isMissing: true }];
  const includes = 'include_missing' in leaf && leaf.include_missing === true;
  const content = includes ? undefined : contentOf(leaf);
  return content ? [{ ...wish, ...content }] : [];
}

const unbounded = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function contentOf(rule: Leaf): Pick<Wish, 'values' | 'exact' | 'ranges'> | undefined {
  switch (rule.op) {
    case 'is_set':
      return {};
    case 'equals':
      return { values: [rule.value], exact: rule.exact, ranges: pointsOf([rule.value]) };
    case 'in':
      return { values: rule.value, exact: rule.exact, ranges: pointsOf(rule.value) };
    case 'gt':
    case 'gte':
      return { ranges: [{ ...unbounded, from: rule.value, open: rule.op === 'gt' }] };
    case 'lt':
    case 'lte':
      return { ranges: [{ ...unbounded, to: rule.value, open: rule.op === 'lt' }] };
    case 'between':
      return { ranges: [{ from: rule.from, to: rule.to }] };
    default:
      return undefined;
  }
}

const pointsOf = (values: readonly Scalar[]): Range[] =>
  values.map(numberOf).flatMap((at) => (Number.isNaN(at) ? [] : [{ from: at, to: at }]));

/** They are always a list, of which one value may satisfy one rule and another value the other. */
const tags = 'attribute tags';

/** Whether some value, or none at all, may satisfy both. */
function mayBoth(a: Wish, b: Wish): boolean {
  if (a.isMissing || b.isMissing) return isEmptyToo(a) && isEmptyToo(b);
  return a.name.includes('.') || a.name === tags || mayOneValue(a, b);
}

function mayOneValue(a: Wish, b: Wish): boolean {
  if (a.values && b.values)
    return some(a.values, b.values, (one, other) => isOne(one, other, a, b));
  return !(a.ranges && b.ranges) || some(a.ranges, b.ranges, overlap);
}

const some = <T>(all: readonly T[], others: readonly T[], suits: (a: T, b: T) => boolean) =>
  all.some((one) => others.some((other) => suits(one, other)));

/** The empty text is as unknown as a missing value, and may be asked for. */
const isEmptyToo = ({ isMissing, values = [] }: Wish): boolean => isMissing || values.includes('');

/** Whether one value may be the same as both: two numerals by their numbers, all else by their letters. */
function isOne(one: Scalar, other: Scalar, a: Wish, b: Wish): boolean {
  const [first, second] = [numberOf(one), numberOf(other)];
  if (!(Number.isNaN(first) && Number.isNaN(second))) return first === second;
  const fold = a.exact && b.exact ? composed : foldText;
  return fold(String(one)) === fold(String(other));
}

function overlap(a: Range, b: Range): boolean {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from < to || (from === to && ![a, b].some((one) => excludes(one, from)));
}

const excludes = ({ from, to, open }: Range, at: number): boolean =>
  open === true && (from === at || to === at);

function contradiction(earlier: Wish, { rule }: Wish): Contradiction {
  const isList = earlier.rule.op === 'in' && rule.op === 'in';
  const but = isList ? ', unless it is a list of values' : '';
  return { rule, because: `never together with: ${sentence(earlier.rule)}${but}` };
}
