// How deep a body may be nested. Everything behind the door walks documents by recursion, which overflows on a body of
// a few kilobytes that is nothing but brackets: such a body is refused here, level by level.
import { Refused } from '../errors.ts';

const deepest = 100;

/** Refuses JSON nested deeper than 100 levels: Refused(422). */
export function refuseDeep(value: unknown): void {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === deepest)
      throw new Refused(422, `The body is nested deeper than ${deepest} levels`);
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
