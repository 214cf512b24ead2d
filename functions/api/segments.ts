// Segments: published as named conditions, looked at before they are saved, and deleted.
import * as z from 'zod';
import { condition } from '../../workflows/conditions/condition.ts';
import { segmentDocument } from '../../workflows/model/segment.ts';
import { previewAudience } from '../use-cases/preview-audience.ts';
import { segmentSizes } from '../use-cases/segment-sizes.ts';
import { deleteSegment, listSegments, publishSegment, readSegment } from '../use-cases/segments.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';
import { revised } from './revision.ts';

const line = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  version: z.int(),
  published: z.optional(z.object({ by: z.string(), at: z.int() })),
});

export const segments = [
  endpoint({
    method: 'POST',
    path: '/api/segments/preview',
    role: 'marketer',
    summary: 'A live count and a sample for a condition, before it is saved',
    body: z.strictObject({ condition }),
    answer: z.object({
      matched: z.int(),
      looked: z.int(),
      exact: z.boolean(),
      estimate: z.int(),
      sample: z.array(z.object({ id: z.string(), because: z.string() })),
    }),
    audited: false,
    run: (ports, { body }) => previewAudience(ports, body.condition),
  }),
  endpoint({
    method: 'GET',
    path: '/api/segments',
    role: 'viewer',
    summary: 'Segments by id',
    query: portion(z.string()),
    answer: listingOf(line),
    run: async (ports, { query }) => {
      const items = await listSegments(ports, listRequest(query));
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/segments/{id}',
    role: 'viewer',
    summary: 'A segment and its versions; members: GET /api/contacts?segment=',
    query: z.strictObject({ version: z.optional(z.coerce.number().int().min(1)) }),
    answer: z.looseObject({
      segment: z.string(),
      version: z.int(),
      document: z.looseObject({
        name: z.string(),
        description: z.optional(z.string()),
        condition: z.looseObject({ op: z.string() }),
      }),
      versions: z.array(z.looseObject({ version: z.int(), at: z.int(), by: z.string() })),
      usedBy: z.object({ campaigns: z.array(z.string()), segments: z.array(z.string()) }),
    }),
    run: (ports, { path, query }) => readSegment(ports, path.id, query.version),
  }),
  endpoint({
    method: 'GET',
    path: '/api/segments/{id}/sizes',
    role: 'viewer',
    summary: 'How many are in a segment, and how many came and left on each day; estimates',
    answer: z.object({
      members: z.int(),
      days: z.array(
        z.object({ day: z.string(), joined: z.int(), left: z.int(), members: z.int() }),
      ),
    }),
    run: async (ports, { path }) => {
      await readSegment(ports, path.id);
      return segmentSizes(ports.tallies, path.id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/segments/{id}',
    role: 'marketer',
    summary:
      'Publishes a segment, on top of the version in If-Match where given; the job in "fill" finds its members among who is known',
    headers: revised,
    body: segmentDocument,
    answer: z.looseObject({
      segment: z.string(),
      version: z.int(),
      fill: z.optional(z.string()),
      warnings: z.array(z.object({ at: z.string(), message: z.string() })),
    }),
    run: (ports, { path, body, headers, actor }) =>
      publishSegment(ports, path.id, body, { by: actor.name, onTop: headers['if-match'] }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/segments/{id}',
    role: 'marketer',
    summary: 'Deletes a segment that nothing live asks for',
    status: 204,
    run: (ports, { path, actor }) => deleteSegment(ports, path.id, actor.name),
  }),
];
