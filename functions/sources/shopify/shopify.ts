// Shopify's webhooks. What was last changed days ago is set aside: no time is signed, so that a recorded request
// would be good for ever.
import * as z from 'zod';
import { Refused } from '../../errors.ts';
import { readDeeds, readObject } from '../hook/deed.ts';
import { text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { readInstant } from '../instant.ts';
import { isPrivacyTopic, requestOf } from './privacy.ts';
import { deedsOf } from './topics.ts';

const kind = 'shopify';
/** Shopify tries again for four hours. */
const stale = 2 * 86_400_000;

const read = (request: HookRequest): Reading => {
  const topic = writtenTopic(request);
  if (!isPrivacyTopic(topic)) return readEvents(request);
  const source = `${kind}/${request.name}`;
  return readObject(request, (body, raw) => ({
    ...{ events: [], rejected: [] },
    requests: [requestOf({ topic, body, raw, source })],
  }));
};

const readEvents = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body, raw) => {
    const changed = readInstant(body.updated_at);
    if (changed !== undefined && changed < request.receivedAt - stale)
      throw new Refused(400, 'Stale: it was last changed more than two days ago.');
    const completedOn = request.settings.completed_on ?? 'create';
    return deedsOf({ topic: topicOf(request), body, raw, completedOn });
  });

const writtenTopic = ({ headers }: HookRequest): string | undefined =>
  text(headers['x-shopify-topic'] ?? headers['shopify-topic'], 100);

function topicOf(request: HookRequest): string {
  const topic = writtenTopic(request);
  if (topic === undefined) throw new Refused(400, 'The X-Shopify-Topic header is missing.');
  return topic;
}

export const shopify: Provider = {
  kind,
  scheme: 'shopify',
  read,
  settings: z.strictObject({
    /** Which moment is "Order Completed": when the order is placed, or when it is paid. Never both. */
    completed_on: z.enum(['create', 'paid']).default('create'),
  }),
  setup: {
    title: 'Shopify',
    secretFrom: 'them',
    steps: [
      'In Shopify open Settings, Notifications, Webhooks.',
      'Create a webhook in JSON to {address} for each of: order creation, order payment, order cancellation, order fulfillment, order update, checkout creation, checkout update, customer creation, customer update.',
      'Copy the secret that Shopify shows under the list, and paste it here.',
      'Privacy requests come through an app: in its shopify.app.toml add [[webhooks.subscriptions]] with compliance_topics = ["customers/data_request", "customers/redact"] and uri = "{address}", and paste its client secret here as a second one. A redaction erases that customer, a data request opens a task.',
    ],
  },
};
