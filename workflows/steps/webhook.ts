// Webhook: calls somebody else's server about the contact. Refuses addresses that are not plainly public; what a
// name leads to is looked at when it is called.
import * as z from 'zod';
import type { Contact } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import { eventNames, fillableFields, fillFields } from './fill.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface WebhookStep {
  readonly id?: string;
  readonly webhook: { readonly url: string; readonly body?: Fields };
}

/** What every call says by itself. */
const told = ['contact', 'campaign', 'enrollment', 'step'];

/** A name with a dot whose last label is no number: a number, however it is written, is an address. */
const publicName =
  /^(?!.*\.(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|example|onion|arpa)\.?$)(?:[a-z0-9_-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?$/i;

const server = z.url({ hostname: publicName });

/** An address that may be called from the cloud; what its name leads to is looked at when it is called. */
export const webhookUrl = z
  .string()
  .max(2_000)
  .regex(/^https:\/\//i, {
    error: 'a webhook is called over https only: the address begins with https://',
    abort: true,
  })
  .regex(/^[!-[\]-~]+$/, {
    error: 'is written in ASCII, without spaces and backslashes',
    abort: true,
  })
  .regex(/^https:\/\/[^/?#@]+(?:[/?#]|$)/i, {
    error: 'names a server, and carries no name and no password',
    abort: true,
  })
  // Addresses end in logs everywhere, which is no place for what is said of a person.
  .regex(/^[^{}]*$/, 'is the same for everybody: put names in braces into the body')
  .refine((text) => server.safeParse(text).success, 'names a server on the public internet');

const schema = z.strictObject({
  id: z.optional(stepId),
  webhook: z.strictObject({
    url: webhookUrl.meta({
      title: 'Address',
      format: 'uri',
      description: 'Of a server on the internet, over https.',
    }),
    body: z.optional(
      fillableFields(told).meta({
        title: 'Fields',
        description: 'What is told besides the contact; may hold names in braces.',
      }),
    ),
  }),
}) as z.ZodType<WebhookStep>;

/** The server without the path, which is often a secret. */
export const serverOf = (url: string): string => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';

/** Ids only: a step that wants to say more of a person names it in its body. */
function whoIs({ id, identities }: Contact): Fields {
  const user = identities.find((key) => key.startsWith('user:'));
  return user === undefined ? { id } : { id, user_id: user.slice('user:'.length) };
}

export const webhook: StepType<WebhookStep> = {
  type: 'webhook',
  label: 'Call a webhook',
  about: 'Tells another system about the contact, by a signed call.',
  blank: { webhook: { url: 'https://' } },
  schema,
  paths: () => ({}),
  slug: () => 'webhook',
  sentence: (step) => `Call ${serverOf(step.webhook.url)}`,
  reads: (step) => eventNames(step.webhook.body),
  arrive: (step, { contact, enrollment }) => {
    const { url, body = {} } = step.webhook;
    const said = { person: contact.traits, event: enrollment.event };
    const data = { contact: whoIs(contact), ...fillFields(body, said) };
    const order = { kind: 'webhook', url, data } as const;
    return { do: 'act', orders: [order], because: `calls ${serverOf(url)}` };
  },
};
