// Pausing, resuming, stopping and deleting a campaign. Pausing keeps people in place; resuming asks what becomes of what
// fell due meanwhile; stopping lets everybody out. Each is one change of the book, with who, when and why.
import * as z from 'zod';
import type { CampaignCard, CampaignState } from '../../workflows/engine/card.ts';
import type { Command } from '../../workflows/model/cause.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Job } from '../../workflows/model/job.ts';
import { duration, durationText, type Milliseconds } from '../../workflows/model/time.ts';
import type { BookKeeping, LiveBook } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { pauseRuns, resumeRuns, unscheduleCampaign } from './broadcast.ts';
import { refuseUsed } from './check-references.ts';
import type { InsideInput } from './count-inside.ts';
import { type JobsPorts, startJob } from './jobs.ts';

export interface StatePorts extends JobsPorts {
  readonly book: BookKeeping;
}

/** Who asks for it, and why. */
interface Reason {
  readonly by: string;
  readonly because: string;
}

export const reason = z.strictObject({ because: z.string().trim().min(1).max(500) });

/** What becomes of what fell due while a campaign was paused. */
export const resumption = z.discriminatedUnion('stale', [
  z.strictObject({ stale: z.literal('send') }),
  z.strictObject({ stale: z.literal('skip') }),
  z.strictObject({ stale: z.literal('space_out'), over: durationText }),
]);

export type Resumption = z.infer<typeof resumption>;

/** By then everybody works by the new state who had begun by the old one: the longest of our functions runs a minute. */
const underWay: Milliseconds = 65_000;

/** Throws Refused(404) when there is no such campaign, Refused(409) when it is not live. */
export async function pauseCampaign(
  ports: StatePorts,
  id: string,
  { by, because }: Reason,
): Promise<CampaignCard> {
  refuseUnless(cardOf(await ports.book.read(), id), ['live'], 'paused');
  await pauseRuns(ports, id, because);
  return turn(ports, id, { to: 'paused', from: ['live'], by, because });
}

/** Counts who is parked; the job that is answered tells. */
export const previewResume = (ports: StatePorts, id: string): Promise<Job> =>
  countInside(ports, id, { parked: true });

/** Counts who is inside, by version and step; the job that is answered tells. */
export const countEverybody = (ports: StatePorts, id: string): Promise<Job> =>
  countInside(ports, id, { everybody: true });

/** Answers the job that brings the parked what was chosen for them. What is live already is helped once more. */
export async function resumeCampaign(
  ports: StatePorts,
  id: string,
  given: Resumption,
  by: string,
): Promise<Job> {
  const because = `resumed: ${given.stale}`;
  await turn(ports, id, { to: 'live', from: ['paused', 'live'], by, because });
  await resumeRuns(ports, id, given.stale === 'skip' ? 'skip' : 'send');
  const command: Command =
    given.stale === 'space_out'
      ? { do: 'resume', stale: 'space_out', over: duration(given.over) }
      : { do: 'resume', stale: given.stale };
  return startCommand(ports, id, 'resume', command);
}

/** Nobody enters any more, and whoever is inside leaves; goals that are reached in time still count. */
export async function stopCampaign(
  ports: StatePorts,
  id: string,
  { by, because }: Reason,
): Promise<Job> {
  await turn(ports, id, { to: 'stopped', from: ['live', 'paused', 'stopped'], by, because });
  await unscheduleCampaign(ports, id, because);
  return startCommand(ports, id, 'leave', { do: 'leave' });
}

/** Only what was stopped, and what nothing live refers to. Its versions stay, for the timelines that tell of them. */
export async function deleteCampaign(
  { book, now }: Pick<StatePorts, 'book' | 'now'>,
  id: string,
  by: string,
): Promise<void> {
  await book.change((live) => {
    refuseUnless(cardOf(live, id), ['stopped'], 'deleted');
    refuseUsed(`campaign:${id}`, live);
    return { change: { drop: 'campaign', id }, by, at: now() };
  });
}

export function cardOf({ campaigns }: Pick<LiveBook, 'campaigns'>, id: string): CampaignCard {
  const card = campaigns.get(id);
  if (!card) throw new Refused(404, 'There is no such campaign');
  return card;
}

interface Turn extends Reason {
  readonly from: readonly CampaignState[];
  readonly to: CampaignState;
}

async function turn(
  { book, now }: Pick<StatePorts, 'book' | 'now'>,
  id: string,
  { from, to, by, because }: Turn,
): Promise<CampaignCard> {
  let turned: CampaignCard | undefined;
  await book.change((live) => {
    const { changed: _, ...card } = cardOf(live, id);
    refuseUnless(card, from, to);
    const at = now();
    turned = { ...card, state: to, ...(to !== 'live' && { changed: { by, at, because } }) };
    return card.state === to ? undefined : { change: { campaign: turned }, by, at };
  });
  return turned as unknown as CampaignCard;
}

function refuseUnless(
  { state }: Pick<CampaignCard, 'state'>,
  from: readonly CampaignState[],
  to: CampaignState | 'deleted',
): void {
  if (from.includes(state)) return;
  throw new Refused(
    409,
    `The campaign is ${state}; only one that is ${from.join(' or ')} can be ${words[to]}`,
  );
}

const words = {
  live: 'resumed',
  paused: 'paused',
  stopped: 'stopped',
  deleted: 'deleted',
} as const;

export async function countInside(ports: StatePorts, id: string, input: InsideInput): Promise<Job> {
  const { version } = cardOf(await ports.book.read(), id);
  const about = { campaign: id, version };
  return startJob(ports, {
    kind: 'count',
    about,
    input: input as unknown as Fields,
    at: ports.now(),
  });
}

/** A command for all who are inside, once what is under way by what was live before has come to its end. */
export async function startCommand(
  ports: StatePorts,
  id: string,
  kind: 'resume' | 'move' | 'leave',
  command: Command,
): Promise<Job> {
  const { version } = cardOf(await ports.book.read(), id);
  const at = ports.now();
  const input = { command: command as unknown as Fields, at };
  return startJob(ports, { kind, about: { campaign: id, version }, input, at, delay: underWay });
}
