// How mail fares at its mailboxes.
import * as z from 'zod';
import { cardOf } from '../use-cases/campaign-states.ts';
import { figureNames, deliverability as read, standings } from '../use-cases/deliverability.ts';
import { endpoint } from './endpoint.ts';

const figures = z.object(
  Object.fromEntries(figureNames.map((name) => [name, z.int()])) as Record<
    (typeof figureNames)[number],
    z.ZodInt
  >,
);
const percent = z.optional(z.number());
const fared = figures.extend({
  bounceRate: percent,
  complaintRate: percent,
  standing: z.enum(standings),
});
const line = z.object({ watch: z.number(), limit: z.number() });
const domain = z.string();

export const deliverability = [
  endpoint({
    method: 'GET',
    path: '/api/deliverability',
    role: 'viewer',
    summary:
      'What was sent, bounced, complained about and delayed, by the provider of the mailbox and by day, beside the lines at which providers act; estimates',
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(90).default(7),
      campaign: z.optional(z.string()),
    }),
    answer: z.object({
      since: z.string(),
      lines: z.object({ complaints: line, bounces: line }),
      total: fared,
      domains: z.array(fared.extend({ domain })),
      days: z.array(z.object({ day: z.string(), domains: z.array(figures.extend({ domain })) })),
    }),
    run: async (ports, { query }) => {
      const { campaign } = query;
      if (campaign !== undefined) cardOf(await ports.book.read(), campaign);
      return read(ports, query);
    },
  }),
];
