// Where in a body something is, as the owner says it: names with dots between, like data.email.
import * as z from 'zod';
import { type Foreign, record, text } from './foreign.ts';

const place = z
  .string()
  .regex(/^[\w-]+(?:\.[\w-]+){0,9}$/, 'names with dots between, like data.email');

/** Places in the body, the first that holds something counts. An empty list looks nowhere. */
export const places = (...usual: string[]) => z.array(place).max(10).default(usual);

/** The first of them that holds a text or a number. */
export const found = (body: Foreign, among: readonly string[]): unknown =>
  among.map((one) => at(body, one)).find((value) => text(value) !== undefined);

const at = (body: Foreign, one: string): unknown =>
  one.split('.').reduce<unknown>((within, step) => {
    const fields = record(within);
    return Object.hasOwn(fields, step) ? fields[step] : undefined;
  }, body);
