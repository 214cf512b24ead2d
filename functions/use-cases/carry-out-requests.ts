// Carries out what is asked of the data of people through a source: to be erased, or to be told what is known of them. It is
// asked for again until it is done.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Task } from '../../workflows/model/order.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { ContactScan, DueRequest } from '../job-ports.ts';
import { log } from '../log.ts';
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
  readonly scan: Pick<ContactScan, 'page'>;
  readonly quarantine: Quarantine;
}

/** No page is begun when less than this is left. */
const pageTime: Milliseconds = 30_000;
const pageItems = 50;
const helpedOnAfter: Milliseconds = 15 * 60_000;

/** May be done again from any point. Throws what is to be tried again. */
export async function carryOutRequest(
  ports: RequestPorts,
  request: string,
  deadline: Instant,
): Promise<void> {
  const kept = await ports.schedules.find({ request });
  if (kept?.value.kind !== 'request') return;
  const { asked } = kept.value;
  const left =
    asked.of === 'everybody'
      ? await eraseEverybody(ports, kept.value, deadline)
      : await serve(ports, kept.value, await contactsOf(ports, asked.id, asked.of));
  if (!left) return ports.schedules.remove({ request }, kept.revision);
  await ports.schedules.put({ ...left, at: ports.now() + helpedOnAfter }, kept.revision);
  await ports.jobQueue.send([{ request }]);
}

/** An address and an id of the source may lead to two. */
async function contactsOf(
  ports: RequestPorts,
  id: string,
  named: Exclude<SubjectRequest['of'], 'everybody'>,
): Promise<readonly Contact[]> {
  const found = await Promise.all(keysOf({ id, ...named }).map((key) => findContact(ports, key)));
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

/** Answers where to go on when time is up; undefined at the end. */
async function eraseEverybody(
  ports: RequestPorts,
  due: DueRequest,
  deadline: Instant,
): Promise<DueRequest | undefined> {
  const theirs = `anonymous:${due.source}/`;
  let left = due;
  while (ports.now() + pageTime <= deadline) {
    const place = { chunk: 0, chunks: 1, cursor: left.cursor, limit: pageItems };
    const { contacts, unreadable, cursor } = await ports.scan.page(place);
    for (const contact of unreadable) log.error('contact cannot be read', { contact });
    const known = contacts.filter(({ contact }) =>
      contact.identities.some((key) => key.startsWith(theirs)),
    );
    // What was frozen is erased with whom it turned out to be.
    for (const { contact } of known)
      await eraseContact(ports, contact.mergedInto ?? contact.id, {
        by: due.source,
        because: 'no_longer_needed',
      });
    if (cursor === undefined) return undefined;
    left = { ...left, cursor };
  }
  return left;
}
