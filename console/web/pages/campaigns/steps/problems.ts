// Where a problem belongs that the API tells with its place in the draft: "campaign.steps[2].wait.for".
import type { Problem } from '../writing/use-writing.ts';
import type { Place } from './tree.ts';

const part = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;

/** The path in the campaign; undefined of what lies outside it, such as its templates. */
export function pathOf(at: string): Place | undefined {
  const [root, ...path] = [...at.matchAll(part)].map(([, quoted, index, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  );
  return root === 'campaign' ? path : undefined;
}

const begins = (path: Place, place: Place): boolean =>
  place.every((key, index) => key === path[index]);

/** By the innermost of these steps; under "" what belongs to none of them. */
export function byStep(
  problems: readonly Problem[],
  places: readonly Place[],
): ReadonlyMap<string, readonly Problem[]> {
  return Map.groupBy(problems, ({ at }) => {
    const path = pathOf(at);
    const inner = path && places.findLast((place) => begins(path, place));
    return inner?.join('.') ?? '';
  });
}
