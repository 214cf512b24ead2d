// What the engine's step types say of a step on the canvas: its paths, its id. A step may be unfinished, and
// then less is known of it; nothing here throws.
import { nameSteps } from '../../../../../workflows/engine/program.ts';
import { type Step as EngineStep, stepTypes } from '../../../../../workflows/steps/index.ts';
import { type Fields, type Place, type Step, stepsAt } from './tree.ts';

/** A path inside a step; `list` is where its steps stand, from the campaign's own root. */
export interface Lane {
  readonly name: string;
  readonly list: Place;
}

const typeIn = (step: Step) => stepTypes.find(({ type }) => Object.hasOwn(step, type));

export const kindOf = (step: Step): string | undefined => typeIn(step)?.type;

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** The paths of a list of arms or cases stand in that list, others beside it under their names. */
export function lanesOf(step: Step, place: Place): Lane[] {
  const type = typeIn(step);
  const names = Object.keys(attempt(() => type?.paths(step as unknown as EngineStep)) ?? {});
  const items = type && step[type.type];
  return names.map((name, index) => {
    const isItem = Array.isArray(items) && index < items.length;
    return { name, list: [...place, ...(isItem ? [type?.type ?? '', index, 'steps'] : [name])] };
  });
}

/** What the way on beside its paths is called, where there is one. */
export const straightOn = (step: Step): string | undefined =>
  attempt(() => typeIn(step)?.straightOn?.(step as unknown as EngineStep));

export interface PlacedStep {
  readonly place: Place;
  readonly step: Step;
  readonly depth: number;
}

/** Every step in reading order, those inside a step after it. */
export const everyPlace = (document: Fields, list: Place = ['steps'], depth = 0): PlacedStep[] =>
  stepsAt(document, list).flatMap((step, index) => {
    const place = [...list, index];
    const inside = lanesOf(step, place).flatMap((lane) =>
      everyPlace(document, lane.list, depth + 1),
    );
    return [{ place, step, depth }, ...inside];
  });

/** The ids by which reports name the steps; none while the steps cannot be read. */
export function idsOf(document: Fields): ReadonlyMap<Step, string> {
  const steps = stepsAt(document, ['steps']) as unknown as readonly EngineStep[];
  return (attempt(() => nameSteps(steps)) ?? new Map()) as ReadonlyMap<Step, string>;
}
