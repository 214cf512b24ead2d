// A call that a step asked for: what it says, and its row in the contact's timeline.
import { wasErased } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { WebhookOrder } from '../../workflows/model/order.ts';
import { serverOf } from '../../workflows/steps/webhook.ts';
import type { Contacts, SettingsStore, Timeline } from '../ports.ts';
import type { Letter, Skipped, Verdict } from './call-verdict.ts';

export interface StepPorts {
  readonly contacts: Pick<Contacts, 'load'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly timeline: Pick<Timeline, 'put'>;
}

export async function stepLetter(
  { contacts, settings }: StepPorts,
  order: WebhookOrder,
): Promise<Letter | Skipped> {
  const known = await contacts.load([order.contact], { consistent: false });
  const contact = known.get(order.contact)?.contact;
  // Erased meanwhile: nobody is told about such a person.
  if (!contact || wasErased(contact, order.at)) return { skipped: 'no such contact' };
  const { webhookSecrets: secrets = [] } = await settings.get();
  if (secrets.length === 0) throw new Error('There is no webhook secret yet: run setup again');
  return { url: order.url, body: bodyOf(order), secrets };
}

/** The same at every try. */
function bodyOf({ at, data, campaign, enrollment, step }: WebhookOrder): string {
  return JSON.stringify({
    type: 'contact.reached_step',
    timestamp: new Date(at).toISOString(),
    data: { ...data, campaign, enrollment, step },
  });
}

interface Made {
  readonly order: WebhookOrder;
  readonly attempts: number;
}

/** One row for a call, at the moment at which the step asked for it; a later verdict takes its place. */
export function tellTimeline(
  { timeline }: StepPorts,
  { order, attempts }: Made,
  verdict: Verdict,
): Promise<void> {
  const { id, contact, at, campaign, step, url } = order;
  const about: Fields = { ...verdict, attempts, campaign, step, server: serverOf(url) };
  return timeline.put([{ contact, at, kind: 'webhook', id, about, transitions: [] }]);
}
