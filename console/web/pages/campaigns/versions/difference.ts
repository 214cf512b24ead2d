// How two versions of a campaign differ, step by step, each thing told as whoever asks tells it. Steps are the same by their
// ids, which outlive versions.
import { everyPlace, idsOf, kindOf } from '../steps/kinds.ts';
import type { Fields, Step } from '../steps/tree.ts';
import { isDeepEqual } from '../yaml/same.ts';

export type Difference =
  | { readonly what: 'step added' | 'step removed'; readonly id: string; readonly words: string }
  | {
      readonly what: 'step changed';
      readonly id: string;
      readonly before: string;
      readonly words: string;
    }
  | { readonly what: 'step moved'; readonly id: string; readonly words: string }
  | {
      readonly what: 'setting changed';
      readonly id: string;
      readonly before: string;
      readonly words: string;
    };

interface Known {
  readonly step: Step;
  /** The list that it stands in, and the one before it there. */
  readonly after: string;
}

/** Steps and settings in words. */
export interface Tell {
  step(step: Step): string;
  setting(name: string, value: unknown): string;
}

export function differences(before: Fields, now: Fields, tell: Tell): Difference[] {
  const [old, current] = [stepsIn(before), stepsIn(now)];
  const added = [...current].flatMap(([id, one]) => compared(id, [old.get(id), one], tell));
  const removed = [...old]
    .filter(([id]) => !current.has(id))
    .map(([id, { step }]) => ({ what: 'step removed' as const, id, words: tell.step(step) }));
  return [...settings([before, now], tell), ...added, ...removed];
}

function compared(
  id: string,
  [old, { step, after }]: readonly [Known | undefined, Known],
  tell: Tell,
): Difference[] {
  const words = tell.step(step);
  if (!old) return [{ what: 'step added', id, words }];
  if (!isDeepEqual(bare(old.step), bare(step)))
    return [{ what: 'step changed', id, before: tell.step(old.step), words }];
  return old.after === after ? [] : [{ what: 'step moved', id, words }];
}

/** Without the steps inside, which are told by themselves. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return isSteps(value) ? [] : value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => key !== 'id' && !(Array.isArray(one) && isSteps(one)))
      .map(([key, one]) => [key, bare(one)]),
  );
}

const isSteps = (all: readonly unknown[]): boolean =>
  all.length > 0 &&
  all.every((one) => typeof one === 'object' && one !== null && kindOf(one as Step) !== undefined);

function stepsIn(document: Fields): Map<string, Known> {
  const ids = idsOf(document);
  const known = new Map<string, Known>();
  let before = new Map<string, string>();
  for (const { place, step } of everyPlace(document)) {
    const id = ids.get(step) ?? place.join('.');
    const list = pathName(place.slice(0, -1), document, ids);
    known.set(id, { step, after: `${list}/${before.get(list) ?? ''}` });
    before = new Map([...before, [list, id]]);
  }
  return known;
}

/** Lists are named by the step that they stand in, since that may have moved. */
function pathName(
  list: readonly (string | number)[],
  document: Fields,
  ids: ReadonlyMap<Step, string>,
): string {
  const at = list.findLastIndex(
    (key, index) => typeof key === 'number' && list[index + 2] !== 'steps',
  );
  if (at < 1) return 'steps';
  const parent = list
    .slice(0, at + 1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
  return `${ids.get(parent as Step) ?? list.slice(0, at + 1).join('.')}.${list.slice(at + 1).join('.')}`;
}

function settings([before, now]: readonly [Fields, Fields], tell: Tell): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys
    .filter((key) => key !== 'steps' && !isDeepEqual(before[key], now[key]))
    .map((id) => ({
      what: 'setting changed',
      id,
      before: tell.setting(id, before[id]),
      words: tell.setting(id, now[id]),
    }));
}
