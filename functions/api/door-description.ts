// The door for events as the description of the API tells of it: what sites, forms and shops send without a token.
// The ways themselves are those of functions/sources; nothing is routed by this.
import * as z from 'zod';
import { callNames, callRoots, isDittofeed } from '../sources/segment/paths.ts';
import { item } from '../sources/segment/schema.ts';
import { pageDoors } from './page-description.ts';

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
  readonly method: 'get' | 'head' | 'options' | 'post';
  readonly id: string;
  readonly summary: string;
  /** Content types, each with the schema of what is sent. */
  readonly takes?: Readonly<Record<string, object>>;
  /** What may stand at {type}. */
  readonly types?: readonly string[];
  /** 200 when absent, or 204 where nothing is given. */
  readonly status?: 200 | 302;
  readonly gives?: Readonly<Record<string, object>>;
  /** Who may: the name of a security scheme; anybody when absent. */
  readonly by?: 'writeKey' | 'signature';
}

const refer = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const anything = { schema: {} };
const text = { schema: { type: 'string' } };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const calls: readonly Door[] = type.options.map((one) => ({
  path: `/v1/${one}`,
  method: 'post',
  id: one,
  summary: `One ${one} call of Segment's HTTP Tracking API`,
  takes: { 'application/json': refer('SegmentCall') },
  gives: { 'application/json': refer('SegmentAnswer') },
  by: 'writeKey',
}));

const callOrBatch = {
  schema: { anyOf: [refer('SegmentCall').schema, refer('SegmentBatch').schema] },
};
const own = new Set<string>([...type.options, 'batch']);

/** The other names of the calls, and the other addresses at which they are spoken. */
const dialects: readonly Door[] = callRoots.map((root) => ({
  path: `${root}/{type}`,
  method: 'post',
  id: root.split(/\W+/).map(capital).join(''),
  summary: 'The same calls, as other clients of that API and its sibling dialects send them',
  takes: { 'application/json': callOrBatch },
  types: root === '/v1' ? callNames.filter((name) => !own.has(name)) : callNames,
  ...(!isDittofeed(`${root}/`) && { gives: { 'application/json': refer('SegmentAnswer') } }),
  by: 'writeKey',
}));

/** Of a form with a name, and of one without. */
const form = {
  method: 'post',
  summary: 'What a person has filled in on a page; the answer leads them on',
  takes: {
    'application/x-www-form-urlencoded': anything,
    'multipart/form-data': anything,
    'application/json': anything,
  },
  gives: { 'text/html': text, 'application/json': anything },
} as const;

const doors: readonly Door[] = [
  ...calls,
  ...dialects,
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
    path: '/analytics-next/bundles/{file}',
    method: 'get',
    id: 'browserLibraryPart',
    summary: "A part of Segment's library for browsers, which it loads by itself",
    gives: { 'text/javascript': text },
  },
  {
    path: '/sourceConfig',
    method: 'get',
    id: 'rudderSettings',
    summary: "What RudderStack's libraries ask for when they start",
    gives: { 'application/json': anything },
  },
  { ...form, path: '/f/{writeKey}', id: 'form' },
  { ...form, path: '/f/{writeKey}/{form}', id: 'namedForm' },
  ...pageDoors,
  {
    path: '/hooks/{name}',
    method: 'post',
    id: 'hook',
    summary: 'A webhook of a connected source, signed as its vendor signs (GET /api/source-kinds)',
    takes: { 'application/json': anything },
    gives: { 'application/json': anything },
    by: 'signature',
  },
  {
    path: '/hooks/{name}',
    method: 'options',
    id: 'hookGreeting',
    summary: 'Asks whether CloudEvents may be sent there (WebHook-Request-Origin)',
    status: 200,
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
  Object.fromEntries(
    [...Map.groupBy(doors, ({ path }) => path)].map(([path, all]) => [
      path,
      Object.fromEntries(all.map((one) => [one.method, operation(one)])),
    ]),
  );

const operation = ({ id, method, path, summary, takes, types, gives, by, status }: Door) => ({
  operationId: `door${capital(id)}`,
  summary,
  tags: ['door'],
  security: by ? [{ [by]: [] }] : [],
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(types && { enum: types }) },
  })),
  ...(takes && { requestBody: { required: true, content: takes } }),
  responses: {
    [status ?? (gives ? 200 : 204)]: {
      description: method === 'post' ? 'Taken, and durable' : 'What was asked for',
      ...(gives && { content: gives }),
    },
    default: { description: 'Not taken, and why; after 429 and 503 send it again' },
  },
});
