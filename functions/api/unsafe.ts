// What no body may hold, wherever in it: half characters and control characters, and the one name that JavaScript
// takes for something else and that would be dropped in silence. The body is not nested deep by then.
import { flawOf } from '../../workflows/model/text.ts';
import { type Problem, refuseProblems } from '../use-cases/problems.ts';

/** Throws Refused(422) with each place. */
export const refuseUnsafe = (body: unknown): void => refuseProblems('The body', flawsIn(body, []));

function flawsIn(value: unknown, path: Problem['path']): Problem[] {
  if (typeof value === 'string') return flawsOf(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (Array.isArray(value)) return flawsIn(one, [...path, Number(key)]);
    const place = [...path, key.toWellFormed()];
    return [...flawsOfName(key, place), ...flawsIn(one, place)];
  });
}

const flawsOf = (text: string, path: Problem['path']): Problem[] => {
  const message = flawOf(text);
  return message === undefined ? [] : [{ path, message }];
};

const flawsOfName = (name: string, path: Problem['path']): Problem[] =>
  name === '__proto__'
    ? [{ path, message: 'this name is taken by JavaScript: choose another' }]
    : flawsOf(name, path).map((one) => ({ ...one, message: `the name ${one.message}` }));
