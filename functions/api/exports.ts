// Exports: contacts as parts of a file, and everything of one person.
import * as z from 'zod';
import type { Contact } from '../../workflows/model/contact.ts';
import { csvHeader, csvRows, usualAttributes } from '../use-cases/contact-csv.ts';
import { exportContacts } from '../use-cases/export-contacts.ts';
import { personData, timelinePart } from '../use-cases/person-data.ts';
import { consentRecord } from './consents.ts';
import { contactOf } from './contact-of.ts';
import { contact, shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { FileAnswer } from './file-answer.ts';
import { placeAfter, portion } from './portion.ts';
import { scanPlace } from './scan-place.ts';
import { keptTask } from './tasks.ts';
import { timelineRow } from './timeline-row.ts';

const name = z.string().min(1).max(200);

/** "plan,company" */
const names = z
  .string()
  .max(8_000)
  .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
  .refine((all) => all.length <= 200, 'up to 200 names');

/** Both the place and the columns, so that all parts have the same. */
const place = z.strictObject({ at: scanPlace, attributes: z.array(z.string()).max(200) });

const lines = (contacts: readonly Contact[]) =>
  contacts.map((contact) => `${JSON.stringify(shown(contact))}\n`).join('');

const row = z.strictObject({ at: z.int(), kind: z.string(), id: z.string() });

/** All but the timeline is in the first portion. */
const person = z.object({
  exportedAt: z.optional(z.int()),
  contact: z.optional(contact.omit({ score: true })),
  consents: z.optional(z.array(consentRecord)),
  tasks: z.optional(z.array(keptTask)),
  timeline: z.array(timelineRow),
  next: z.optional(z.string()),
});

export const exports = [
  endpoint({
    method: 'GET',
    path: '/api/exports/contacts',
    role: 'marketer',
    summary:
      'Contacts as a part of a CSV or JSON Lines file; the header x-next tells where the next part begins',
    query: portion(place, { usual: 500, most: 2_000 }).extend({
      format: z.enum(['csv', 'jsonl']).default('csv'),
      segment: z.optional(name),
      list: z.optional(name),
      attributes: z.optional(names),
    }),
    files: ['text/csv', 'application/jsonl'],
    audited: true,
    run: async (ports, { query }) => {
      const { format, next, limit } = query;
      const attributes = next?.attributes ?? query.attributes ?? usualAttributes;
      const isCsv = format === 'csv';
      const written = isCsv ? (some: readonly Contact[]) => csvRows(some, attributes) : lines;
      const part = await exportContacts(ports, query, { limit, after: next?.at }, written);
      const { text, cursor } = part;
      const head = isCsv && next === undefined ? csvHeader(attributes) : '';
      return new FileAnswer(
        isCsv ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
        head + text,
        cursor === undefined ? undefined : placeAfter({ at: cursor, attributes }),
      );
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/data',
    role: 'marketer',
    summary: 'Everything that is kept of one person; a long timeline goes on in further portions',
    query: portion(row).pick({ next: true }),
    answer: person,
    audited: true,
    run: async (ports, { path, query: { next } }) => {
      const found = await contactOf(ports, path.id);
      const from = next && { ...next, kind: next.kind as 'event' };
      const { rows: timeline, after } = await timelinePart(ports, found, from);
      const all = next === undefined ? await personData(ports, found) : undefined;
      return { ...all, timeline, ...(after && { next: placeAfter(after) }) };
    },
  }),
];
