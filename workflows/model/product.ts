// A product: something that can be bought, as the marketer's catalog knows it.
// Names are those of Segment's e-commerce events, so that what is sold and what is listed are the same thing.
import * as z from 'zod';
import { amountText } from './decimal.ts';
import { line, lines } from './text.ts';

/** `product_id` of the shop's order events, or `sku` where they have none. */
export const productId = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => id.trim() === id, 'must not begin or end with a blank')
  // What every object answers to would be found where nothing is.
  .refine((id) => !(id in {}), 'this word is taken by JavaScript');

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency code such as EUR');
export const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);

export const product = z.strictObject({
  id: productId,
  name: line(200),
  description: z.optional(lines(500)),
  price: z.optional(amountText),
  currency: z.optional(currency),
  category: z.optional(line(100)),
  /** Products of one ladder follow one another: the next step up from level 1 is the lowest level above it. */
  ladder: z.optional(z.strictObject({ name: line(100), level: z.int().min(1).max(1_000) })),
  /** What goes with it, chosen by the marketer, the best first. Counts from orders only follow these. */
  complements: z.array(productId).max(50).default([]),
  tags: z.array(line(100)).max(50).default([]),
  url: z.optional(webAddress),
  image_url: z.optional(webAddress),
  /** One that is not active is never proposed. */
  active: z.boolean().default(true),
});

export type Product = Readonly<z.infer<typeof product>>;
