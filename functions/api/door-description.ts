// The door for events as the description of the API tells of it: what sites, forms and shops send without a token.
// The ways themselves are those of functions/sources; nothing is routed by this.
import * as z from 'zod';
import { item } from '../sources/segment/schema.ts';

const { type, ...fields } = item.shape;
const call = z.object({ ...fields, writeKey: z.optional(z.string()) });
const batch = z.object({
  batch: z.array(item),
  context: z.unknown().optional(),
  integrations: z.unknown().optional(),
  sentAt: z.unknown().optional(),
  writeKey: z.optional(z.string()),
});

const accepted = z.object({ success: z.boolean() });

/** To be described as components. */
export const doorSchemas = [
  { name: 'SegmentCall', schema: call, part: 'body' },
  { name: 'SegmentBatch', schema: batch, part: 'body' },
  { name: 'SegmentAnswer', schema: accepted, part: 'answer' },
] as const;

interface Door {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly id: string;
  readonly summary: string;
  /** Content types, each with the schema of what is sent. */
  readonly takes?: Readonly<Record<string, object>>;
  readonly gives: Readonly<Record<string, object>>;
  /** Who may: the name of a security scheme; anybody when absent. */
  readonly by?: 'writeKey' | 'signature';
}

const refer = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const anything = { schema: {} };
const text = { schema: { type: 'string' } };

const calls: readonly Door[] = type.options.map((one) => ({
  path: `/v1/${one}`,
  method: 'post',
  id: one,
  summary: `One ${one} call of Segment's HTTP Tracking API`,
  takes: { 'application/json': refer('SegmentCall') },
  gives: { 'application/json': refer('SegmentAnswer') },
  by: 'writeKey',
}));

const doors: readonly Door[] = [
  ...calls,
  {
    path: '/v1/batch',
    method: 'post',
    id: 'batch',
    summary: 'Many calls at once: at most 2,500, in 500 KB; a bad one is set aside alone',
    takes: { 'application/json': refer('SegmentBatch') },
    gives: { 'application/json': refer('SegmentAnswer') },
    by: 'writeKey',
  },
  {
    path: '/v1/projects/{writeKey}/settings',
    method: 'get',
    id: 'browserSettings',
    summary: "What Segment's library for browsers asks for when it starts",
    gives: { 'application/json': anything },
  },
  {
    path: '/analytics.js/v1/{writeKey}/analytics.min.js',
    method: 'get',
    id: 'browserLibrary',
    summary: "Segment's library for browsers, from here",
    gives: { 'text/javascript': text },
  },
  {
    path: '/f/{writeKey}/{form}',
    method: 'post',
    id: 'form',
    summary: 'What a person has filled in on a page; the answer leads them on',
    takes: {
      'application/x-www-form-urlencoded': anything,
      'multipart/form-data': anything,
      'application/json': anything,
    },
    gives: { 'text/html': text, 'application/json': anything },
  },
  {
    path: '/hooks/{name}',
    method: 'post',
    id: 'hook',
    summary: 'A webhook of a connected source, signed as its vendor signs (GET /api/source-kinds)',
    takes: { 'application/json': anything },
    gives: { 'application/json': anything },
    by: 'signature',
  },
];

/** How the door knows who sends. */
export const doorSecurity = {
  writeKey: { type: 'http', scheme: 'basic', description: 'The write key, and no password' },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: "Or the header of the vendor's own scheme",
  },
} as const;

export const doorPaths = (): Readonly<Record<string, object>> =>
  Object.fromEntries(doors.map((one) => [one.path, { [one.method]: operation(one) }]));

const operation = ({ id, path, summary, takes, gives, by }: Door) => ({
  operationId: `door${id.charAt(0).toUpperCase()}${id.slice(1)}`,
  summary,
  tags: ['door'],
  security: by ? [{ [by]: [] }] : [],
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...(takes && { requestBody: { required: true, content: takes } }),
  responses: {
    200: { description: 'Taken, and durable', content: gives },
    default: { description: 'Not taken, and why; after 429 and 503 send it again' },
  },
});
