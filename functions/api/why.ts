// Why a contact is in a campaign or not: asked for anybody, of any campaign.
import * as z from 'zod';
import { explainWhy } from '../use-cases/why.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { message } from './messages.ts';

const at = z.int();
const trace: z.ZodType = z.lazy(() =>
  z.object({
    sentence: z.string(),
    held: z.boolean(),
    found: z.optional(z.string()),
    parts: z.optional(z.array(trace)),
  }),
);
const group = z.enum(['treatment', 'holdout']);
const decided = z.looseObject({ kind: z.string(), at });

const answer = z.object({
  sentence: z.string(),
  standing: z.enum(['in', 'held_out', 'was_in', 'never_in']),
  contact: z.string(),
  campaign: z.object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    state: z.enum(['live', 'paused', 'stopped']),
  }),
  places: z.array(
    z.object({
      enrollment: z.string(),
      version: z.int(),
      group,
      since: at,
      state: z.enum(['waiting', 'held', 'parked', 'held_out', 'through']),
      step: z.optional(z.string()),
      until: z.optional(at),
      because: z.string(),
      goalUntil: z.optional(at),
    }),
  ),
  entries: z.optional(z.object({ count: z.int(), last: at })),
  trigger: z.object({
    sentence: z.string(),
    last: z.optional(
      z.object({
        at,
        what: z.string(),
        decided: z.optional(z.looseObject({ kind: z.string() })),
        properties: z.optional(z.record(z.string(), z.json())),
        trace: z.optional(trace),
      }),
    ),
    next: z.optional(at),
  }),
  checks: z.array(
    z.object({
      rule: z.enum(['state', 'audience', 'inside', 'limit', 'reentry', 'room']),
      passes: z.boolean(),
      because: z.string(),
      trace: z.optional(trace),
      until: z.optional(at),
    }),
  ),
  leftOut: z.array(z.object({ rule: z.string(), count: z.int() })),
  group: z.object({ group, because: z.string() }),
  messages: z.array(
    z.object({
      step: z.string(),
      template: z.string(),
      kind: z.enum(['marketing', 'transactional']),
      verdict: z.enum(['pass', 'hold', 'withhold']),
      rule: z.optional(z.string()),
      because: z.string(),
      passesAt: z.optional(at),
    }),
  ),
  mails: z.array(message),
  decided: z.array(decided),
  asOf: at,
  toldSince: z.optional(at),
});

export const why = [
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/why/{campaign}',
    role: 'viewer',
    summary: 'Why a contact is in a campaign, was, or is not; and what its next message would meet',
    answer,
    run: async (ports, { path }) =>
      explainWhy(ports, await contactOf(ports, path.id), path.campaign),
  }),
];
