// Standard Webhooks (standardwebhooks.com), Svix among them: {type, timestamp, data}. The type is the event's name,
// the data are its properties; where in them the person is, the owner may say.
// Believes no id but the one that was signed.
import * as z from 'zod';
import { Refused } from '../../errors.ts';
import { type Deed, readDeeds } from '../hook/deed.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';
import { found, places } from '../hook/places.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { readInstant } from '../instant.ts';

const kind = 'standard-webhooks';

const settings = z.strictObject({
  email: places('data.email', 'data.user.email', 'data.customer.email', 'data.contact.email'),
  /** The id by which your own systems identify the person. */
  user: places('data.user_id', 'data.userId', 'data.user.id'),
});

function read(request: HookRequest): Reading {
  const { email, user } = settings.parse(request.settings);
  const id = request.headers['webhook-id'] ?? request.headers['svix-id'] ?? '';
  return readDeeds(request, kind, (body): Deed[] => [
    {
      name: nameOf(body),
      id: [id],
      person: { email: found(body, email), user: text(found(body, user), 200) },
      properties: record(body.data),
      at: timeOf(body),
    },
  ]);
}

function nameOf({ type }: Foreign): string {
  const name = text(type, 200);
  if (name === undefined) throw new Refused(400, 'The type is missing.');
  return name;
}

function timeOf({ timestamp }: Foreign): number | undefined {
  const instant = readInstant(timestamp);
  // Taking it for "now" would start campaigns for things long past.
  if (instant === undefined && timestamp !== undefined)
    throw new Refused(400, 'The timestamp is not in ISO 8601.');
  return instant;
}

export const standardWebhooks: Provider = {
  kind,
  scheme: 'standard-webhooks',
  read,
  settings,
  setup: {
    title: 'Standard Webhooks',
    secretFrom: 'us',
    steps: [
      'In the sender, add an endpoint with the address {address}.',
      'If the sender lets you choose the secret, paste the one we make. If it shows one of its own (it begins with whsec_), add that here instead.',
      'If its events keep the person elsewhere than in data.email or data.user_id, say where in the settings.',
    ],
  },
};
