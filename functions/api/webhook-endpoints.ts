// Servers that are told of messages and wishes (Standard Webhooks): registered by the owner, each with its own secret.
import * as z from 'zod';
import { webhookUrl } from '../../workflows/steps/webhook.ts';
import { noticeTypes, type WebhookEndpoint } from '../notice-ports.ts';
import {
  deleteEndpoint,
  getEndpoint,
  putEndpoint,
  rotateSecret,
  testEndpoint,
} from '../use-cases/webhook-endpoints.ts';
import { endpoint } from './endpoint.ts';

const path = '/api/webhook-endpoints/{id}';
const type = z.enum(noticeTypes);

const registration = z.strictObject({
  url: webhookUrl,
  events: z.array(type).min(1),
  enabled: z.boolean().default(true),
  /** What is told of the person besides the id. */
  include: z.array(z.literal('email')).max(1).default([]),
});

const shape = registration.extend({
  id: z.string(),
  at: z.int(),
  by: z.string(),
  /** When the secret before the newest ends to sign. */
  oldSecretUntil: z.optional(z.int()),
  failing: z.optional(z.object({ since: z.int(), because: z.string(), lost: z.int() })),
  disabled: z.optional(z.object({ at: z.int(), because: z.string() })),
});

const withSecret = shape.extend({ secret: z.optional(z.string()) });

const shown = ({ secrets, ...one }: WebhookEndpoint) => {
  const until = secrets[1]?.until;
  return { ...one, ...(until !== undefined && { oldSecretUntil: until }) };
};

export const webhookEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/webhook-endpoints',
    role: 'administrator',
    summary: 'The servers that are told of messages, and how they fare',
    answer: z.object({ items: z.array(shape) }),
    run: async ({ endpoints }) => ({ items: (await endpoints.read()).map(shown) }),
  }),
  endpoint({
    method: 'GET',
    path,
    role: 'administrator',
    summary: 'One of them: since when it takes nothing, and whether we have switched it off',
    answer: shape,
    run: async (ports, asked) => shown(await getEndpoint(ports, asked.path.id)),
  }),
  endpoint({
    method: 'PUT',
    path,
    role: 'administrator',
    summary: 'Registers a server for events, or changes it; the secret of a new one is shown once',
    body: registration,
    answer: withSecret,
    run: async (ports, asked) => {
      const put = await putEndpoint(ports, asked.path.id, asked.body, asked.actor.name);
      return { ...shown(put.endpoint), ...(put.secret !== undefined && { secret: put.secret }) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path,
    role: 'administrator',
    summary: 'Takes it away: what is on its way there is dropped',
    status: 204,
    run: (ports, asked) => deleteEndpoint(ports, asked.path.id),
  }),
  endpoint({
    method: 'POST',
    path: `${path}/secrets`,
    role: 'administrator',
    summary: 'Makes a new secret, shown this once; the one before it still signs for a day',
    answer: z.object({ secret: z.string(), until: z.int() }),
    status: 201,
    run: (ports, asked) => rotateSecret(ports, asked.path.id),
  }),
  endpoint({
    method: 'POST',
    path: `${path}/test`,
    role: 'administrator',
    summary: 'Calls it now with a notice about nobody, and says what it answered',
    body: z.strictObject({ event: z.optional(type) }),
    answer: z.object({
      state: z.enum(['delivered', 'failed', 'unanswered', 'skipped']),
      status: z.optional(z.int()),
      because: z.optional(z.string()),
    }),
    run: (ports, asked) => testEndpoint(ports, asked.path.id, asked.body.event),
  }),
];
