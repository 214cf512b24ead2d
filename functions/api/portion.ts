// Lists in portions: `limit` says how many, `next` is the opaque place where the portion before has ended.
import * as z from 'zod';
import type { Listing, ListRequest } from '../listing.ts';

/** How many, unless asked, and at the most. */
interface Sizes {
  readonly usual: number;
  readonly most: number;
}

const sizes: Sizes = { usual: 100, most: 500 };

/** Reads what `placeAfter` wrote. */
const cursor = <P extends z.ZodType>(place: P) =>
  z.string().transform((text, context): z.output<P> => {
    const read = place.safeParse(parsed(text));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'this is not the `next` of an answer to this' });
    return z.NEVER;
  });

/** The query of a list whose places are of this shape. */
export const portion = <P extends z.ZodType>(place: P, { usual, most } = sizes) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    next: z.optional(cursor(place)),
  });

export const listRequest = <P>({
  limit,
  next,
}: {
  readonly limit: number;
  readonly next?: P | undefined;
}): ListRequest<P> => ({ limit, after: next });

/** A full portion may be followed by an empty one. */
export function listing<T>(
  items: readonly T[],
  limit: number,
  placeOf: (last: T) => unknown,
): Listing<T> {
  const last = items.at(-1);
  if (last === undefined || items.length < limit) return { items };
  return { items, next: placeAfter(placeOf(last)) };
}

export const placeAfter = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

export const listingOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) });
