// Imports: what a file is, its rows part by part, and what became of each. Paused, resumed and stopped as jobs are.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { encodings } from '../imports/encoding.ts';
import { inspectFile, inspectRequest } from '../imports/inspect.ts';
import { column } from '../imports/settings.ts';
import { importResults } from '../use-cases/import-results.ts';
import type { JobReport } from '../use-cases/jobs.ts';
import { readJob } from '../use-cases/jobs.ts';
import {
  importOf,
  importRequest,
  missingParts,
  startImport,
  takePart,
} from '../use-cases/start-import.ts';
import { endpoint } from './endpoint.ts';
import { placeAfter, portion } from './portion.ts';

const result = z.enum(['created', 'updated', 'unchanged', 'rejected']);

const shown = z.object({
  id: z.string(),
  state: z.enum(['running', 'paused', 'done', 'stopped']),
  because: z.optional(z.string()),
  file: z.object({ name: z.string(), hash: z.string(), bytes: z.int() }),
  dryRun: z.boolean(),
  parts: z.int(),
  partsDone: z.int(),
  /** Rows that are worked off. */
  rows: z.int(),
  results: z.record(result, z.int()),
  startedAt: z.int(),
  finishedAt: z.optional(z.int()),
});

type File = z.output<typeof shown>['file'];

const view = (job: JobReport): z.output<typeof shown> => {
  const { id, state, because, input, chunks: parts, doneChunks: partsDone } = job;
  const { scanned: rows, tally, startedAt, finishedAt } = job;
  return {
    ...{ id, state, file: input.file as unknown as File, dryRun: input.dryRun === true },
    ...{ parts, partsDone, rows, startedAt },
    results: { created: 0, updated: 0, unchanged: 0, rejected: 0, ...tally },
    ...(because !== undefined && { because }),
    ...(finishedAt !== undefined && { finishedAt }),
  };
};

/** Compressed it fits into one item of the table, whatever it holds. */
const mostCharacters = 262_144;

const cells = z.array(z.string()).max(2_100);
const unsent = z.strictObject({ because: z.string().min(1).max(500) });
const part = z.strictObject({
  /** Number of its first row in the file; the header is row 1. */
  first: z.int().min(1),
  rows: z.array(z.union([cells, unsent])).max(20_000),
});

const rowPlace = z.strictObject({
  chunk: z.int().min(0),
  offset: z.int().min(0),
  row: z.int().min(1),
});

const rowResult = z.object({
  row: z.int(),
  result,
  contact: z.optional(z.string()),
  because: z.optional(z.string()),
});

const inspected = z.object({
  encoding: z.enum(encodings),
  /** All that it may be, the likeliest first. */
  encodings: z.array(z.enum(encodings)),
  delimiter: z.string(),
  /** Whose export it is: mailchimp, hubspot …; generic where that is not known. */
  product: z.string(),
  treat: z.enum(['contacts', 'unsubscribed', 'cleaned']),
  columns: z.array(column),
  /** The first rows, cell by cell. */
  preview: z.array(z.array(z.string())),
  /** What would end an import of it, or reject many of its rows. */
  warnings: z.array(z.string()),
});

export const imports = [
  endpoint({
    method: 'POST',
    path: '/api/imports/inspect',
    role: 'marketer',
    summary: 'Looks at the beginning of a file: encoding, product, and where each column would go',
    body: inspectRequest,
    answer: inspected,
    audited: false,
    run: async (_, { body }) => inspectFile(body),
  }),
  endpoint({
    method: 'POST',
    path: '/api/imports',
    role: 'marketer',
    summary:
      'Begins an import, or finds the one of the same file and settings; its rows come in parts',
    body: importRequest,
    answer: shown,
    run: async (ports, { body }) => view(await startImport(ports, body)),
  }),
  endpoint({
    method: 'GET',
    path: '/api/imports/{id}',
    role: 'viewer',
    summary: 'How far an import is',
    answer: shown,
    run: async (ports, { path }) => {
      await importOf(ports, path.id);
      return view(await readJob(ports, path.id));
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/imports/{id}/missing',
    role: 'viewer',
    summary: 'Numbers of the parts that have not been sent yet',
    answer: z.object({ parts: z.array(z.int()) }),
    run: async (ports, { path }) => ({ parts: await missingParts(ports, path.id) }),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/imports/{id}/parts/{part}',
    role: 'marketer',
    summary: 'Takes the rows of one part (of up to 256 KB, from 0); they are worked off afterwards',
    body: part,
    answer: z.object({ part: z.int() }),
    status: 202,
    audited: false,
    run: async (ports, { path, body, sent }) => {
      const number = Number(/^\d{1,4}$/.exec(path.part)?.[0] ?? Number.NaN);
      if (Number.isNaN(number)) throw new Refused(404, 'Parts are numbered from 0');
      if (Buffer.byteLength(JSON.stringify(sent)) > mostCharacters)
        throw new Refused(422, 'A part holds 256 KB at the most', { at: 'rows' });
      await takePart(ports, path.id, number, body);
      return { part: number };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/imports/{id}/results',
    role: 'viewer',
    summary: 'What became of each row, in the order of the file; or only the rejected',
    query: portion(rowPlace, { usual: 500, most: 5_000 }).extend({ only: z.optional(result) }),
    answer: z.object({ items: z.array(rowResult), next: z.optional(z.string()) }),
    run: async (ports, { path, query: { limit, next: after, only } }) => {
      await importOf(ports, path.id);
      const { items, next } = await importResults(ports, path.id, { limit, after, only });
      return { items, ...(next && { next: placeAfter(next) }) };
    },
  }),
];
