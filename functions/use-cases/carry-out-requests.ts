// Carries out what is asked of the data of people through a source: to be erased, or to be told what is known of them. It is
// asked for again until it is done.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Task } from '../../workflows/model/order.ts';
import type { Milliseconds } from '../../workflows/model/time.ts';
import type { DueRequest } from '../job-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { Identities } from '../ports.ts';
import type { SubjectRequest } from '../sources/source.ts';
import type { Quarantine } from './accept-events.ts';
import { type ErasePorts, eraseContact } from './erase.ts';
import { keysOf } from './event-keys.ts';
import { findContact } from './read-timeline.ts';

export interface RequestPorts extends ErasePorts {
  readonly identities: Identities;
  readonly tasks: Pick<Tasks, 'ofContact' | 'open' | 'get'>;
  readonly quarantine: Quarantine;
}

/** May be done again from any point. Throws what is to be tried again. */
export async function carryOutRequest(ports: RequestPorts, request: string): Promise<void> {
  const kept = await ports.schedules.find({ request });
  if (kept?.value.kind !== 'request') return;
  const { asked } = kept.value;
  await serve(ports, kept.value, await contactsOf(ports, asked));
  await ports.schedules.remove({ request }, kept.revision);
}

/** An address and an id of the source may lead to two; what we have asked ourselves names its contact. */
async function contactsOf(
  ports: RequestPorts,
  { id, of }: SubjectRequest,
): Promise<readonly Contact[]> {
  const named = of.contact === undefined ? keysOf({ id, ...of }) : [of.contact];
  const found = await Promise.all(named.map((key) => findContact(ports, key)));
  const all = found.flatMap((contact) => (contact ? [[contact.id, contact] as const] : []));
  return [...new Map(all).values()];
}

async function serve(
  ports: RequestPorts,
  due: DueRequest,
  contacts: readonly Contact[],
): Promise<undefined> {
  const { asked, source, receivedAt: at, besides } = due;
  if (asked.ask === 'erase') {
    for (const { id } of contacts) await eraseContact(ports, id, { by: source, because: 'asked' });
    return;
  }
  await ports.tasks.open(await Promise.all(contacts.map((contact) => taskOf(ports, due, contact))));
  const rejected = [{ reason: unknown, raw: asked.raw }];
  if (contacts.length === 0) await ports.quarantine.keep({ source, rejected, besides, at });
}

const unknown =
  'Somebody asks what is known of them, and nobody is known by what they gave: tell them so within 30 days';

/** What the law gives for an answer. */
const answeredWithin: Milliseconds = 30 * 86_400_000;

/** Sent again later it is the task of the first time, with its time. */
async function taskOf(
  { hash, tasks }: Pick<RequestPorts, 'hash' | 'tasks'>,
  { asked, source, receivedAt: at }: DueRequest,
  { id: contact }: Contact,
): Promise<Task> {
  const id = `tsk_${hash(asked.id)}`;
  const standing = await tasks.get(contact, id);
  if (standing) return standing.task;
  const day = new Date(at).toISOString().slice(0, 10);
  return {
    ...{ kind: 'task', id, contact, at, due: at + answeredWithin },
    title: 'Give this person what is known of them',
    note: `Asked through ${source} on ${day}: npx perennial export person ${contact}`,
    ...{ campaign: '', enrollment: '', step: 'data_request', hops: 0 },
  };
}
