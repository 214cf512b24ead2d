// What is wrong with a document, all of it at once, each with its place and in words that a marketer may read.
import * as z from 'zod';
// Through z.core, which bundlers keep whole, it would double what a function carries.
import { toDotPath } from 'zod/v4/core';
import { Refused } from '../errors.ts';

export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A problem as it is told: "campaign.steps[0].send". */
export interface Told {
  readonly at: string;
  readonly message: string;
}

export const told = ({ path, message }: Problem): Told => ({ at: toDotPath(path), message });

/** Throws Refused(422) unless there is none, the outermost fault first. */
export function refuseProblems(what: string, problems: readonly Problem[]): void {
  const sorted = problems.toSorted((a, b) => a.path.length - b.path.length);
  const [first] = sorted;
  if (!first) return;
  const issues = sorted.map(({ path, message }) => ({ path: [...path], message }));
  const text = z.prettifyError({ issues } as unknown as z.core.$ZodError);
  const { at } = told(first);
  throw new Refused(422, `${what} is not valid:\n${text}`, {
    ...(at !== '' && { at }),
    problems: sorted.map(told),
  });
}

/** Where each object of a document is. */
export function placesIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): Map<unknown, readonly PropertyKey[]> {
  if (typeof value !== 'object' || value === null) return new Map();
  const inner = Object.entries(value).map(([key, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return new Map([[value, path], ...inner.flatMap((places) => [...places])]);
}
