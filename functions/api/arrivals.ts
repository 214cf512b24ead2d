// What came in just now, one by one: for whoever looks on while something is connected.
import * as z from 'zod';
import type { Contact } from '../../workflows/model/contact.ts';
import { readLatest } from '../use-cases/latest-arrivals.ts';
import { calledIn } from './called-in.ts';
import { endpoint } from './endpoint.ts';
import { placeAfter } from './portion.ts';

const instant = z.int();
const arrival = z.object({
  at: instant,
  source: z.string(),
  outcome: z.enum(['accepted', 'repeated', 'rejected', 'refused']),
  type: z.optional(z.string()),
  name: z.optional(z.string()),
  contact: z.optional(z.object({ id: z.string(), called: z.optional(z.string()) })),
  /** In the contact's timeline: `?limit=1&next=` of `next` answers it. */
  row: z.optional(z.object({ at: instant, id: z.string(), next: z.string() })),
  why: z.optional(z.string()),
});

type Shown = Awaited<ReturnType<typeof readLatest>>[number];

/** A name, else an address, else the first key they are known by. */
function calledOf({ traits, identities: [known] }: Contact): string | undefined {
  const { name, email } = calledIn(traits);
  return name ?? email ?? known?.slice(known.indexOf(':') + 1);
}

/** The place just before a row, from which it is the first. */
const before = ({ at, id }: NonNullable<Shown['row']>) => placeAfter([at, 'event', `${id}\u0001`]);

const shown = ({ person, contact, row, ...one }: Shown) => ({
  ...one,
  ...(contact !== undefined && { contact: { id: contact, called: person && calledOf(person) } }),
  ...(row && { row: { ...row, next: before(row) } }),
});

export const arrivals = [
  endpoint({
    method: 'GET',
    path: '/api/arrivals',
    role: 'viewer',
    summary:
      'What came in last, one by one, of a day at the most: a sample, which misses nothing that comes slowly while it is asked for every few seconds',
    query: z.strictObject({
      source: z.optional(z.string().min(1).max(200)),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ items: z.array(arrival) }),
    run: async (ports, { query }) => ({ items: (await readLatest(ports, query)).map(shown) }),
  }),
];
