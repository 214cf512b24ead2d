// The library over the API: templates that campaigns share, and blocks that templates share, each in versions.
import * as z from 'zod';
import { blockSource, templateSource } from '../../workflows/model/template.ts';
import {
  deleteBlock,
  deleteTemplate,
  listShelf,
  readShelf,
  saveTemplate,
} from '../use-cases/library.ts';
import { saveBlock } from '../use-cases/save-block.ts';
import { numberOf } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';
import { revised } from './revision.ts';

const went = z.object({ version: z.int(), by: z.string(), at: z.int() });
const block = went.extend({
  id: z.string(),
  /** That it includes, also within others. */
  blocks: z.array(z.string()),
});
const template = block.extend({
  kind: z.enum(['marketing', 'transactional']),
  subject: z.string(),
  /** Its own first. */
  languages: z.array(z.string()),
});
const versions = z.optional(z.array(went));
const templateView = template.extend({ source: templateSource, versions });
const blockView = block.extend({ source: blockSource, versions });
const warnings = z.array(z.object({ at: z.string(), message: z.string() }));

const templates = [
  endpoint({
    method: 'GET',
    path: '/api/templates',
    role: 'viewer',
    summary: 'Templates of the library by id, the newest version of each',
    query: portion(z.string()),
    answer: listingOf(template),
    run: async ({ library }, { query }) => {
      const items = await listShelf(library.templates, listRequest(query));
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/templates/{id}',
    role: 'viewer',
    summary: 'A template as it was written, and its versions',
    answer: templateView,
    run: ({ library }, { path }) => readShelf(library.templates, path.id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/templates/{id}/versions/{version}',
    role: 'viewer',
    summary: 'Any version of a template, also of one that was deleted',
    answer: templateView,
    run: ({ library }, { path }) => readShelf(library.templates, path.id, numberOf(path.version)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/templates/{id}',
    role: 'marketer',
    summary: 'Saves the next version, on top of If-Match where given; live campaigns keep theirs',
    headers: revised,
    body: templateSource,
    answer: z.object({
      id: z.string(),
      version: z.int(),
      languages: z.array(z.string()),
      warnings,
    }),
    run: (ports, { path, sent, headers, actor }) =>
      saveTemplate(ports, path.id, sent, { by: actor.name, onTop: headers['if-match'] }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/templates/{id}',
    role: 'marketer',
    summary: 'Deletes a template, unless a campaign could not be published again without it',
    status: 204,
    run: (ports, { path }) => deleteTemplate(ports, path.id),
  }),
];

const blocks = [
  endpoint({
    method: 'GET',
    path: '/api/blocks',
    role: 'viewer',
    summary: 'Blocks that templates include, by id',
    query: portion(z.string()),
    answer: listingOf(block),
    run: async ({ library }, { query }) => {
      const items = await listShelf(library.blocks, listRequest(query));
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/blocks/{id}',
    role: 'viewer',
    summary: 'A block as it was written, and its versions',
    answer: blockView,
    run: ({ library }, { path }) => readShelf(library.blocks, path.id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/blocks/{id}/versions/{version}',
    role: 'viewer',
    summary: 'Any version of a block, also of one that was deleted',
    answer: blockView,
    run: ({ library }, { path }) => readShelf(library.blocks, path.id, numberOf(path.version)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/blocks/{id}',
    role: 'marketer',
    summary: 'Saves the next version of a block, if all templates that include it compile with it',
    headers: revised,
    body: blockSource,
    answer: z.object({ id: z.string(), version: z.int(), templates: z.array(z.string()) }),
    run: (ports, { path, sent, headers, actor }) =>
      saveBlock(ports, path.id, sent, { by: actor.name, onTop: headers['if-match'] }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/blocks/{id}',
    role: 'marketer',
    summary: 'Deletes a block that nothing includes',
    status: 204,
    run: (ports, { path }) => deleteBlock(ports, path.id),
  }),
];

export const library = [...templates, ...blocks];
