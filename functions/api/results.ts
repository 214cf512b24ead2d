// What came of a campaign: both groups beside one another, its messages, and each day.
import * as z from 'zod';
import { cardOf } from '../use-cases/campaign-states.ts';
import { results as resultsOf } from '../use-cases/results.ts';
import { endpoint } from './endpoint.ts';
import { money } from './money.ts';

const count = z.int();
const rate = z.optional(z.number());
const group = z.object({ entered: count, goals: count, values: z.array(money), rate });

export const results = [
  endpoint({
    method: 'GET',
    path: '/api/campaigns/{id}/results',
    role: 'viewer',
    summary: 'What came of a campaign, for those it treated and those it held out; estimates',
    query: z.strictObject({ since: z.optional(z.iso.date()) }),
    answer: z.object({
      campaign: z.string(),
      treatment: group,
      holdout: group,
      completed: count,
      exited: count,
      messages: z.object({
        requested: count,
        sent: count,
        delivered: count,
        bounced: count,
        complained: count,
        bounceRate: rate,
        complaintRate: rate,
        opened: count,
        clicked: count,
        openRate: rate,
        clickRate: rate,
        byMachine: z.object({ opened: count, clicked: count }),
        withheld: z.record(z.string(), count),
      }),
      steps: z.record(z.string(), z.record(z.string(), count)),
      days: z.array(z.object({ day: z.string(), counts: z.record(z.string(), z.string()) })),
    }),
    run: async (ports, { path, query }) => {
      const { id } = cardOf(await ports.book.read(), path.id);
      return resultsOf(ports.tallies, id, query.since);
    },
  }),
];
