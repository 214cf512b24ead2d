// Quarantine: what was not taken as an event and why, looked at, mended and replayed.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import type { Quarantined, QuarantineReader } from '../source-ports.ts';
import { replayQuarantined } from '../use-cases/replay-quarantined.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, portion } from './portion.ts';

const outcome = {
  state: z.enum(['accepted', 'rejected']),
  by: z.string(),
  at: z.int(),
  reason: z.optional(z.string()),
};
const replay = z.object({ index: z.int(), ...outcome });
const request = z.object({
  id: z.string(),
  at: z.int(),
  source: z.string(),
  count: z.int(),
  /** A text when it was too large to be kept whole. */
  rejected: z.union([
    z.string(),
    z.array(
      z.object({ reason: z.string(), raw: z.string(), isEvent: z.optional(z.literal(true)) }),
    ),
  ]),
  replays: z.array(replay),
});

export const quarantine = [
  endpoint({
    method: 'GET',
    path: '/api/quarantine/{day}',
    role: 'viewer',
    summary: 'What was not taken as an event on a day (UTC), and why; the newest first',
    // One item may be a whole request of half a megabyte.
    query: portion(z.string(), { usual: 10, most: 10 }).extend({
      source: z.optional(z.string().max(200)),
    }),
    answer: listingOf(request),
    run: async (ports, { path, query: { limit, next, source } }) => {
      const found = await ports.quarantine.list(startOf(path.day), { limit, after: next, source });
      const items = await Promise.all(found.map((one) => shown(ports.quarantine, one)));
      return listing(items, limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/quarantine/{day}/{id}',
    role: 'viewer',
    summary: 'One request of which something was not taken, and what came of replays',
    answer: request,
    run: async (ports, { path }) => {
      const found = await ports.quarantine.get(idOf(path));
      if (!found) throw new Refused(404, 'Nothing of that is in quarantine');
      return shown(ports.quarantine, found);
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/quarantine/{day}/{id}/replay',
    role: 'marketer',
    summary: 'Reads something rejected once more, as it was or mended; taken now, it is taken once',
    body: z.strictObject({
      index: z.int().min(0).default(0),
      raw: z.optional(z.string().max(512 * 1024)),
    }),
    answer: replay,
    run: async (ports, { path, body: { index, raw }, actor }) => {
      const wish = { id: idOf(path), index, raw, by: actor.name };
      const { raw: _, ...done } = await replayQuarantined(ports, wish);
      return done;
    },
  }),
];

async function shown(reader: QuarantineReader, { besides: _, ...one }: Quarantined) {
  const replays = await reader.replays(one.id);
  return { ...one, replays: replays.map(({ raw: _, ...done }) => done) };
}

/** An id tells its moment: one of another day is nothing there. */
function idOf({ day, id }: { readonly day: string; readonly id: string }): string {
  const at = Number.parseInt(id, 10);
  const isOfDay = at >= startOf(day) && at < startOf(day) + 86_400_000;
  return isOfDay ? id : '';
}

function startOf(day: string): number {
  if (!z.iso.date().safeParse(day).success)
    throw new Refused(422, 'A day is written like 2026-11-22', { at: 'day' });
  return Date.parse(`${day}T00:00:00Z`);
}
