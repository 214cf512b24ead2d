// The schema: events, properties and attributes that came in, with their types; and the types that the owner declares.
import * as z from 'zod';
import { attributeTypes } from '../../workflows/model/attribute-type.ts';
import { attributeInput, dropAttribute, putAttribute } from '../use-cases/attributes.ts';
import { listAttributes } from '../use-cases/describe-schema.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const day = z.iso.date();
const types = z.array(z.enum([...attributeTypes, 'object']));
const span = { first: day, last: day };

const section = z.object({
  /** "contact", "account", or "event:<name>" */
  key: z.string(),
  ...span,
  fields: z.record(z.string(), z.object({ types, ...span })),
});

const declared = attributeInput.extend({ name: z.string() });

const attribute = z.object({
  name: z.string(),
  type: z.optional(z.enum(attributeTypes)),
  declared: z.optional(z.enum(['owner', 'name'])),
  description: z.optional(z.string()),
  proposal: z.optional(z.enum(attributeTypes)),
  types,
  first: z.optional(day),
  last: z.optional(day),
  mismatches: z.optional(z.object({ count: z.int(), last: day })),
});

export const schema = [
  endpoint({
    method: 'GET',
    path: '/api/schema',
    role: 'viewer',
    summary:
      'What came in with contacts, with accounts, and with the events of each name; by whole days',
    query: portion(z.string().min(1).max(250), { usual: 50, most: 100 }),
    answer: listingOf(section),
    run: async (ports, { query }) =>
      listing(await ports.schema.list(listRequest(query)), query.limit, ({ key }) => key),
  }),
  endpoint({
    method: 'GET',
    path: '/api/attributes',
    role: 'viewer',
    summary: 'Attributes with their types, what came in, and how often a value was not of its type',
    query: portion(z.string().min(1).max(250), { usual: 200, most: 500 }).extend({
      /** A language tag, such as "pl" or "fa": names stand in its order. */
      locale: z.optional(z.string().min(1).max(35)),
    }),
    answer: listingOf(attribute),
    run: async (ports, { query }) => {
      const { limit, locale } = query;
      const asked = { ...listRequest(query), locale };
      return listing(await listAttributes(ports, asked), limit, ({ name }) => name);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/attributes/{name}',
    role: 'administrator',
    summary:
      'Declares the type of an attribute (of accounts: account.plan) for all that comes from now on',
    body: attributeInput,
    answer: declared,
    run: (ports, { path, body, actor }) => putAttribute(ports, path.name, body, actor.name),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/attributes/{name}',
    role: 'administrator',
    summary: 'Takes a declaration back',
    status: 204,
    run: (ports, { path, actor }) => dropAttribute(ports, path.name, actor.name),
  }),
];
