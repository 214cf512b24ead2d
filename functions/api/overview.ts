// What somebody sees first: what waits for a person, and this week.
import * as z from 'zod';
import { overview as read } from '../use-cases/overview.ts';
import { endpoint } from './endpoint.ts';
import { money } from './money.ts';

const count = z.int();
const group = z.object({ entered: count, goals: count, values: z.array(money) });

export const overview = [
  endpoint({
    method: 'GET',
    path: '/api/overview',
    role: 'viewer',
    summary:
      'What waits for a person, and what live campaigns did this week beside their control groups; estimates',
    answer: z.object({
      since: z.string(),
      needs: z.object({
        guardRails: z.array(
          z.object({ id: z.string(), name: z.string(), at: count, because: z.string() }),
        ),
        quarantined: count,
        doubts: count,
        tasks: z.object({ open: count, overdue: count }),
        webhooks: z.array(z.object({ id: z.string(), since: count, because: z.string() })),
      }),
      campaigns: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          sent: count,
          treatment: group,
          holdout: group,
        }),
      ),
      days: z.array(z.object({ day: z.string(), sent: count, values: z.array(money) })),
    }),
    run: (ports) => read(ports),
  }),
];
