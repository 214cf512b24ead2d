// Replay: what was set aside is read once more, and if it is an event now, it is taken as if it had come in then. A
// deed of more than a day ago enters nobody into a campaign, as always; it is in the timeline and the rules know of it.
// Twice is once: what was read is written down before it is sent, and sent again as it was written.
import type { Event, Fields } from '../../workflows/model/event.ts';
import { Refused } from '../errors.ts';
import type { Schedules } from '../job-ports.ts';
import type { Now } from '../ports.ts';
import type { HookSources, Quarantined, QuarantineReader, Replay } from '../source-ports.ts';
import { nameOf, readAgain } from '../sources/read-again.ts';
import type { Rejected, SubjectRequest } from '../sources/source.ts';
import { untaken } from './accept-events.ts';
import { type Place, pack } from './envelopes.ts';
import { keepRequests } from './keep-requests.ts';

interface ReplayPorts {
  readonly quarantine: QuarantineReader;
  readonly hooks: Pick<HookSources, 'get'>;
  readonly inbox: Place;
  readonly schedules: Pick<Schedules, 'put'>;
  readonly now: Now;
}

interface Wish {
  readonly id: string;
  /** The place in what was rejected of the request. */
  readonly index: number;
  /** What is read in place of what was sent. */
  readonly raw?: string | undefined;
  readonly by: string;
}

/** Throws Refused(404) when there is nothing of that id, Refused(409) when it was not kept whole. */
export async function replayQuarantined(ports: ReplayPorts, wish: Wish): Promise<Replay> {
  const { id, index, by } = wish;
  const kept = await ports.quarantine.get(id);
  if (!kept || index >= kept.count) throw new Refused(404, 'Nothing of that is in quarantine');
  const earlier = await replayOf(ports, id, index);
  const done = earlier?.state === 'accepted' ? earlier : undefined;
  const aside = asideOf(kept, index, done ? done.raw : wish.raw);
  const read = await eventsOf(ports, kept, aside);
  const mended = wish.raw === undefined ? {} : { raw: wish.raw };
  const replay: Replay = done ?? { index, by, at: ports.now(), ...mended, ...read.outcome };
  if (!done) await ports.quarantine.setReplay(id, replay);
  await send(ports, read.events);
  const { source, at: receivedAt, besides } = kept;
  await keepRequests(ports, read.requests ?? [], { source, receivedAt, besides });
  return replay;
}

const replayOf = async ({ quarantine }: ReplayPorts, id: string, index: number) =>
  (await quarantine.replays(id)).find((one) => one.index === index);

function asideOf({ rejected }: Quarantined, index: number, mended: string | undefined): Aside {
  const one = typeof rejected === 'string' ? undefined : rejected[index];
  const raw = mended ?? one?.raw;
  if (raw !== undefined) return { ...one, reason: '', raw, isMended: mended !== undefined };
  throw new Refused(409, 'It was too large to be kept whole: say as `raw` what to read', {
    at: 'raw',
  });
}

interface Aside extends Rejected {
  /** A person has changed it: nobody has signed it as it is. */
  readonly isMended: boolean;
}

interface Read {
  readonly outcome: Pick<Replay, 'state' | 'reason'>;
  readonly events: readonly string[];
  readonly requests?: readonly SubjectRequest[] | undefined;
}

/** All of it, or nothing: half a request would be rejected a second time for the other half. */
async function eventsOf(
  ports: ReplayPorts,
  { source, besides, at: receivedAt }: Quarantined,
  { raw, isEvent, isMended }: Aside,
): Promise<Read> {
  const settings = await settingsOf(ports, source);
  const given = isEvent ? { raw, isEvent } : { raw };
  try {
    const { events, rejected, requests } = await readAgain({
      ...given,
      ...{ source, besides, settings, receivedAt },
    });
    const texts = events.map((event: Event) => JSON.stringify(event));
    const reasons = events.map((event: Event, index) => untaken(texts[index] ?? '', event));
    const reason = rejected[0]?.reason ?? reasons.find((why) => why !== undefined);
    if (isMended && requests?.length) throw new Refused(403, unsigned);
    if (reason !== undefined) return { outcome: { state: 'rejected', reason }, events: [] };
    return { outcome: { state: 'accepted' }, events: texts, requests };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { outcome: { state: 'rejected', reason: error.message }, events: [] };
  }
}

async function settingsOf({ hooks }: ReplayPorts, source: string): Promise<Fields> {
  const name = nameOf(source);
  return name === '' ? {} : ((await hooks.get(name))?.settings ?? {});
}

const unsigned =
  'What is asked of somebody’s data counts only as it was sent: use /api/contacts/{id}/erase, or /data';

async function send({ inbox }: ReplayPorts, events: readonly string[]): Promise<void> {
  const left = await inbox.keep(pack(events, (event) => event));
  if (left.length > 0) throw new Error('What was replayed could not be made durable');
}
