// Changes to the steps of a campaign, nested as they are: each makes a new document and leaves the old one alone.
// A step is told by its place: ["steps", 2, "yes", 0]. Nothing here knows what a step does.

type Key = string | number;
export type Place = readonly Key[];
export type Fields = Readonly<Record<string, unknown>>;
export type Step = Fields;

/** Where a step may be put: into the list at this path, before the one with this index. */
export interface Gap {
  readonly list: Place;
  readonly index: number;
}

export const valueAt = (value: unknown, path: Place): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<Key, unknown> | undefined)?.[key], value);

/** Undefined takes the key away. What is missing on the way there is made. */
export function withValue<T>(value: T, path: Place, put: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return put as T;
  const inner = withValue((value as Record<Key, unknown> | undefined)?.[key], rest, put);
  if (Array.isArray(value)) return value.with(key as number, inner) as T;
  const { [key]: _, ...others } = (value ?? {}) as Record<Key, unknown>;
  if (inner === undefined) return others as T;
  // What was there keeps its place among the others.
  return (value && Object.hasOwn(value, key)
    ? { ...value, [key]: inner }
    : { ...others, [key]: inner }) as unknown as T;
}

export const stepsAt = (document: Fields, list: Place): readonly Step[] =>
  (valueAt(document, list) as readonly Step[] | undefined) ?? [];

export const stepAt = (document: Fields, place: Place): Step | undefined =>
  valueAt(document, place) as Step | undefined;

export const gapBefore = (place: Place): Gap => ({
  list: place.slice(0, -1),
  index: Number(place.at(-1)),
});

export const gapAfter = (place: Place): Gap => ({
  list: place.slice(0, -1),
  index: Number(place.at(-1)) + 1,
});

export const insertStep = (document: Fields, { list, index }: Gap, step: Step): Fields =>
  withValue(document, list, stepsAt(document, list).toSpliced(index, 0, step));

/** A path without steps is no path any more; the campaign itself keeps its empty list. */
export function removeStep(document: Fields, place: Place): Fields {
  const { list, index } = gapBefore(place);
  const left = stepsAt(document, list).toSpliced(index, 1);
  return withValue(document, list, left.length === 0 && list.length > 1 ? undefined : left);
}

export const replaceStep = (document: Fields, place: Place, step: Step): Fields =>
  withValue(document, place, step);

const begins = (place: Place, list: Place): boolean => list.every((key, at) => key === place[at]);

/** Where a place is after a step was put into a list, or taken out of it. */
function shifted(place: Place, { list, index }: Gap, by: 1 | -1): Place {
  const at = place[list.length];
  if (!begins(place, list) || typeof at !== 'number' || at < index) return place;
  return place.with(list.length, at + by);
}

interface Moved {
  readonly document: Fields;
  readonly place: Place;
}

/** Undefined where it would stand inside itself, or where it stands already. */
export function moveStep(document: Fields, place: Place, gap: Gap): Moved | undefined {
  const step = stepAt(document, place);
  const stands = gapBefore(place);
  const isThere =
    begins(gap.list, stands.list) &&
    gap.list.length === stands.list.length &&
    (gap.index === stands.index || gap.index === stands.index + 1);
  if (!step || isThere || begins(gap.list, place)) return undefined;
  const from = shifted(place, gap, 1);
  const put = insertStep(document, gap, step);
  return {
    document: removeStep(put, from),
    place: shifted([...gap.list, gap.index], gapBefore(from), -1),
  };
}

/** One place up or down; out of its path at the end of it. Undefined where there is no further. */
export function gapBeside(document: Fields, place: Place, by: -1 | 1): Gap | undefined {
  const { list, index } = gapBefore(place);
  const to = by < 0 ? index - 1 : index + 2;
  if (to >= 0 && to <= stepsAt(document, list).length) return { list, index: to };
  const parent = parentOf(place);
  if (!parent) return undefined;
  return by < 0 ? gapBefore(parent) : gapAfter(parent);
}

/** The step that a step stands in; undefined of an outermost one. */
export const parentOf = (place: Place): Place | undefined => chainOf(place).at(-2);

/** The steps that lead to a place, the outermost first, and itself. */
function chainOf(place: Place): Place[] {
  const chain: Place[] = [];
  for (
    let end = 2;
    end <= place.length;
    end += place[end] !== undefined && place[end + 2] === 'steps' ? 4 : 2
  )
    chain.push(place.slice(0, end));
  return chain;
}

/** A copy right after it; ids belong to one step alone. */
export const duplicateStep = (document: Fields, place: Place): Fields => {
  const step = stepAt(document, place);
  return step ? insertStep(document, gapAfter(place), withoutIds(step)) : document;
};

function withoutIds({ id: _, ...step }: Step): Step {
  const copied = Object.entries(step).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(ofItem) : value,
  ]);
  return Object.fromEntries(copied);
}

/** A step of a path, an arm that has steps, or a plain value. */
function ofItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  if (!('steps' in item && Array.isArray(item.steps))) return withoutIds(item as Step);
  return { ...item, steps: item.steps.map(ofItem) };
}
