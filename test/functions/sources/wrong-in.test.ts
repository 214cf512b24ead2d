// Why something was set aside, in a sentence with its place, and without what somebody wrote there.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { wrongIn } from '../../../functions/sources/wrong-in.ts';

const schema = z.object({
  type: z.enum(['track', 'identify']),
  user: z.union([z.string().min(1).max(5), z.number()]).optional(),
  name: z.string().min(1).max(5).optional(),
  at: z.int().min(0).optional(),
  products: z.array(z.object({ price: z.number() })).optional(),
  traits: z.record(z.string(), z.unknown()).optional(),
});

test.each([
  [{ products: [{ price: 'abc' }] }, 'products[0].price must be a number, it is text'],
  [{ products: [{}] }, 'products[0].price is missing'],
  [{ products: 'one' }, 'products must be a list, it is text'],
  [{ traits: 'sara@example.com' }, 'traits must be an object, it is text'],
  [{ traits: ['x'] }, 'traits must be an object, it is a list'],
  [{ user: true }, 'user must be text or a number, it is true or false'],
  [{ name: '' }, 'name must not be empty'],
  [{ name: 'too long' }, 'name must not be longer than 5 characters'],
  [{ at: 1.5 }, 'at must be a whole number, it is a fraction'],
  [{ at: -1 }, 'at must be at least 0'],
  [{ type: 'trak' }, 'type must be one of track, identify; it is "trak"'],
  [{ type: 'sara@example.com' }, 'type must be one of track, identify; it is text'],
  [{ type: undefined }, 'type is missing'],
])('%j: %s', (fields, said) => {
  const input = { type: 'track', ...fields };
  expect(wrongIn(told(input), input, 'item')).toBe(said);
});

test.each([
  ['x', 'item must be an object, it is text'],
  [null, 'item must be an object, it is null'],
])('the whole of it: %j', (input, said) => expect(wrongIn(told(input), input, 'item')).toBe(said));

function told(input: unknown): z.ZodError {
  const { error } = schema.safeParse(input);
  if (!error) throw new Error('It is as it must be');
  return error;
}
