// Advance: packed events from the bus and alarms that fell due, brought to their contacts.
import * as z from 'zod';
import { envelope } from '../../workflows/model/event.ts';
import { log } from '../log.ts';
import type { Alarm, Hash } from '../ports.ts';
import type { SourceCounts } from '../source-ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import { countSources } from './count-sources.ts';
import type { Work } from './decision.ts';
import { type AccountPorts, joinAccounts, tellMembers } from './join-accounts.ts';
import { type ResolvePorts, resolveContacts } from './resolve-contacts.ts';

interface AdvancePorts extends ResolvePorts, AccountPorts {
  readonly applyCauses: ApplyCauses;
  readonly hash: Hash;
  readonly sourceCounts: Pick<SourceCounts, 'add'>;
  /** Puts one event back on the queue, alone. */
  readonly requeue: (body: string) => Promise<void>;
}

interface QueueRecord {
  readonly messageId: string;
  readonly body: string;
}

const alarmBody = z.object({
  alarm: z.object({ contact: z.string(), due: z.int(), revision: z.int() }),
});
const busBody = z.object({ detail: envelope });
/** Members of an account that has changed. */
const membersBody = z.object({
  members: z.object({ account: z.string(), after: z.optional(z.string()) }),
});
const body = z.union([busBody, alarmBody, membersBody]);

/** Answers the ids of the records that must be delivered again. */
export async function advance(
  ports: AdvancePorts,
  records: readonly QueueRecord[],
): Promise<string[]> {
  const parsed = records.map((record) => ({ record, content: read(record) }));
  const events = parsed.flatMap(({ content }) =>
    content && 'detail' in content ? content.detail.events : [],
  );
  const { works: resolved, loaded } = await resolveContacts(ports, events);
  const eventWorks = await joinAccounts(ports, resolved, loaded);
  const queue = [...eventWorks];
  const others = await Promise.all(parsed.map(({ content }) => otherWorks(ports, content)));
  const ofRecord = parsed.map(({ record, content }, at) => ({
    record,
    unreadable: content === undefined,
    works: [...worksOf(content, queue), ...(others[at] ?? [])],
  }));
  const failures = await ports.applyCauses(
    ofRecord.flatMap(({ works }) => works),
    loaded,
  );
  const done = eventWorks.filter((work) => !failures.has(work));
  await ports.sourceCounts.add(countSources(done, loaded, ports.hash));
  const again = await Promise.all(
    ofRecord.map(async (one) => one.unreadable || (await isToRepeat(ports, one.works, failures))),
  );
  return ofRecord.filter((_, at) => again[at]).map(({ record }) => record.messageId);
}

type Content = z.infer<typeof body> | undefined;

/** What cannot be read stays in the queue and ends in the dead-letter queue, whole. */
function read({ messageId, body: text }: QueueRecord): Content {
  try {
    return body.parse(JSON.parse(text));
  } catch (error) {
    log.error('unreadable record', { messageId, error: (error as Error).name });
    return undefined;
  }
}

/** Takes a record's share of the event works, which are in the order of the events. */
const worksOf = (content: Content, eventWorks: Work[]): Work[] =>
  content && 'detail' in content ? eventWorks.splice(0, content.detail.events.length) : [];

async function otherWorks(ports: AccountPorts, content: Content): Promise<Work[]> {
  if (content && 'alarm' in content) return [alarmWork(content.alarm)];
  return content && 'members' in content ? tellMembers(ports, content.members) : [];
}

const alarmWork = ({ contact, due, revision }: Alarm): Work => ({
  contact,
  cause: { kind: 'alarm', due, revision },
});

/** An event that fails among others is queued again alone, so that its neighbours are done. */
async function isToRepeat(
  ports: AdvancePorts,
  works: readonly Work[],
  failures: ReadonlyMap<Work, Error>,
): Promise<boolean> {
  const failed = works.filter((work) => failures.has(work));
  for (const work of failed)
    log.again('cause failed', { contact: work.contact, error: failures.get(work) });
  if (failed.length === 0) return false;
  if (works.length === 1 || failed.some(({ cause }) => cause.kind !== 'event')) return true;
  const events = failed.flatMap(({ cause }) => (cause.kind === 'event' ? [cause.event] : []));
  await Promise.all(
    events.map((event) => ports.requeue(JSON.stringify({ detail: { events: [event] } }))),
  );
  return false;
}
