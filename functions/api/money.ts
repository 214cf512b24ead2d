// Money in an answer: decimal text, and a currency where one was named.
import * as z from 'zod';

export const money = z.object({ amount: z.string(), currency: z.optional(z.string()) });
