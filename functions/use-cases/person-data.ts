// Everything that is kept of one person, as they may ask for it: the contact, the ledger of its wishes with their
// proof, tasks, and the timeline, which tells of every event and message. A long timeline goes on in further portions.
import { type Contact, pastOf } from '../../workflows/model/contact.ts';
import type { KeptTask } from '../../workflows/model/task.ts';
import type { Tasks } from '../order-ports.ts';
import type { ConsentLedger, Hash, Now, TimelineRow } from '../ports.ts';
import { allConsents, toldOf } from './read-consents.ts';
import { type ReadPorts, readTimeline } from './read-timeline.ts';

interface PersonPorts extends ReadPorts {
  readonly tasks: Pick<Tasks, 'ofContact'>;
  readonly consentLedger: Pick<ConsentLedger, 'list'>;
  /** With the salt of this deployment. */
  readonly keyHash: () => Promise<Hash>;
  readonly now: Now;
}

type Place = Pick<TimelineRow, 'at' | 'kind' | 'id'>;

interface TimelinePart {
  readonly rows: Awaited<ReturnType<typeof readTimeline>>;
  /** Absent at the end. */
  readonly after?: Place;
}

const portion = 100;
/** Characters: an answer holds six megabytes, and the portion that comes last may be of as many again. */
const large = 1_000_000;

/** From that place on. */
export async function timelinePart(
  ports: ReadPorts,
  contact: Contact,
  from?: Place,
): Promise<TimelinePart> {
  const rows: TimelinePart['rows'] = [];
  let after = from;
  for (let size = 0; size < large; ) {
    const found = await readTimeline(ports, contact, portion, after);
    rows.push(...found);
    size += JSON.stringify(found).length;
    const last = found.at(-1);
    if (last === undefined || found.length < portion) return { rows };
    after = { at: last.at, kind: last.kind, id: last.id };
  }
  return { rows, ...(after && { after }) };
}

/** All but the timeline. */
export async function personData(ports: PersonPorts, contact: Contact) {
  const tasks = await Promise.all(pastOf(contact).map((id) => tasksOf(ports.tasks, id)));
  const salted = await ports.keyHash();
  const lines = await allConsents(ports.consentLedger, contact);
  const consents = lines.map((line) => toldOf(line, salted));
  return { exportedAt: ports.now(), contact, consents, tasks: tasks.flat() };
}

async function tasksOf({ ofContact }: PersonPorts['tasks'], contact: string): Promise<KeptTask[]> {
  const tasks: KeptTask[] = [];
  for (let after: string | undefined; ; ) {
    const found = await ofContact(contact, portion, after);
    tasks.push(...found);
    after = found.at(-1)?.task.id;
    if (found.length < portion) return tasks;
  }
}
