// Broadcasts: the runs of campaigns that a schedule lets people into, one after the other and now.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { readRuns, startBroadcast } from '../use-cases/broadcast.ts';
import { cardOf } from '../use-cases/campaign-states.ts';
import { endpoint } from './endpoint.ts';
import { listingOf } from './portion.ts';
import type { ApiPorts } from './ports.ts';

const run = z.looseObject({
  id: z.string(),
  state: z.string(),
  scanned: z.int(),
  matched: z.int(),
});

export const broadcasts = [
  endpoint({
    method: 'GET',
    path: '/api/campaigns/{id}/runs',
    role: 'viewer',
    summary: 'When a broadcast runs next, and how far its runs are, the newest first',
    answer: listingOf(run).extend({ nextRun: z.optional(z.int()) }),
    run: async (ports, { path }) => {
      const { id } = cardOf(await ports.book.read(), path.id);
      const { runs, next } = await readRuns(ports, id);
      return { items: runs, ...(next !== undefined && { nextRun: next }) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/runs',
    role: 'marketer',
    summary: 'Starts a run of a broadcast now, beside what is scheduled',
    answer: z.looseObject({ id: z.string() }),
    status: 202,
    run: async (ports, { path }) => {
      const version = await scheduled(ports, path.id);
      return startBroadcast(ports, { campaign: path.id, version }, ports.now());
    },
  }),
];

/** The version to run. Throws Refused: two runs at once would be one too many, and so would one of a paused campaign. */
async function scheduled(ports: ApiPorts, id: string): Promise<number> {
  const card = cardOf(await ports.book.read(), id);
  if (card.state !== 'live') throw new Refused(409, `The campaign is ${card.state}`);
  const [version] = await ports.publications.read([{ campaign: id, version: card.version }]);
  if (!version || !('schedule' in version.document.trigger))
    throw new Refused(409, 'Only a campaign with a schedule has runs; others are called');
  const { runs } = await readRuns(ports, id);
  if (runs.some(({ state }) => state === 'running' || state === 'paused'))
    throw new Refused(409, 'A run of it is not over yet');
  return card.version;
}
