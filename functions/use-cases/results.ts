// What came of a campaign: both groups beside one another, what became of its messages, and each day by itself.
// Counted by estimates, as they are good enough to look at.
import type { Group } from '../../workflows/model/enrollment.ts';
import type { Money } from '../../workflows/model/money.ts';
import type { Withheld } from '../../workflows/model/transition.ts';
import type { Counter, Counts, Day, Tallies } from '../tally-ports.ts';
import { total, valuesIn } from './tallies.ts';

interface GroupResults {
  readonly entered: number;
  readonly goals: number;
  /** What the goals brought, one sum for each currency. */
  readonly values: readonly Money[];
  /** Goals by those who entered, from 0 to 1; absent when nobody has. */
  readonly rate?: number;
}

interface MessageResults {
  readonly requested: number;
  readonly sent: number;
  /** Sent, and not bounced as far as is known. */
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
  /** Of what was sent, from 0 to 1; absent when nothing was. */
  readonly bounceRate?: number;
  /** Of what was delivered, from 0 to 1; absent when nothing was. */
  readonly complaintRate?: number;
  /** Mails that people opened, and in which they followed a link. */
  readonly opened: number;
  readonly clicked: number;
  /** Of what was delivered, from 0 to 1; absent when nothing was. */
  readonly openRate?: number;
  readonly clickRate?: number;
  /** Mails that machines opened or clicked in, whether or not a person did besides. */
  readonly byMachine: { readonly opened: number; readonly clicked: number };
  readonly withheld: Readonly<Partial<Record<Withheld, number>>>;
}

interface Results {
  readonly campaign: string;
  readonly treatment: GroupResults;
  readonly holdout: GroupResults;
  readonly completed: number;
  readonly exited: number;
  readonly messages: MessageResults;
  /** By the id of the step, and by what happened there: "requested", "sent", "withheld.unsubscribed", "branched.yes". */
  readonly steps: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly days: readonly { readonly day: Day; readonly counts: Counts }[];
}

/** From that day on (UTC), or of all time. */
export async function results(
  tallies: Pick<Tallies, 'read'>,
  campaign: string,
  since?: Day,
): Promise<Results> {
  const days = [...(await tallies.read(campaign, since))].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = total(days.map(([, one]) => one));
  return {
    campaign,
    treatment: groupOf(counts, 'treatment'),
    holdout: groupOf(counts, 'holdout'),
    completed: Number(counts.completed ?? 0),
    exited: Number(counts.exited ?? 0),
    messages: messagesOf(counts),
    steps: stepsIn(counts),
    days: days.map(([day, one]) => ({ day, counts: ofCampaign(one) })),
  };
}

function groupOf(counts: Counts, group: Group): GroupResults {
  const entered = Number(counts[`entered.${group}`] ?? 0);
  const goals = Number(counts[`goals.${group}`] ?? 0);
  const rate = rateOf(goals, entered);
  return {
    ...{ entered, goals, values: valuesIn(counts, group) },
    ...(rate !== undefined && { rate }),
  };
}

function messagesOf(counts: Counts): MessageResults {
  const [requested, sent, bounced, complained] = (
    ['requested', 'sent', 'bounced', 'complained'] as const
  ).map((name) => Number(counts[name] ?? 0)) as [number, number, number, number];
  const delivered = Math.max(0, sent - bounced);
  const [bounceRate, complaintRate] = [rateOf(bounced, sent), rateOf(complained, delivered)];
  return {
    ...{ requested, sent, delivered, bounced, complained, withheld: withheldIn(counts) },
    ...(bounceRate !== undefined && { bounceRate }),
    ...(complaintRate !== undefined && { complaintRate }),
    ...readersIn(counts, delivered),
  };
}

function readersIn(counts: Counts, delivered: number) {
  const count = (name: Counter) => Number(counts[name] ?? 0);
  const [opened, clicked] = [count('opened'), count('clicked')];
  const [openRate, clickRate] = [rateOf(opened, delivered), rateOf(clicked, delivered)];
  return {
    ...{ opened, clicked },
    ...(openRate !== undefined && { openRate }),
    ...(clickRate !== undefined && { clickRate }),
    byMachine: { opened: count('opened_by_machine'), clicked: count('clicked_by_machine') },
  };
}

/** Whose mailboxes they were is told by the deliverability, and at which steps by `steps`. */
const ofCampaign = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => !/[@/]/.test(name)));

function stepsIn(counts: Counts): Results['steps'] {
  const steps = new Map<string, Record<string, number>>();
  for (const [name, amount] of Object.entries(counts)) {
    const [what = '', step] = name.split('/');
    if (step !== undefined) steps.set(step, { ...steps.get(step), [what]: Number(amount) });
  }
  return Object.fromEntries(steps);
}

const rateOf = (part: number, whole: number): number | undefined =>
  whole > 0 ? part / whole : undefined;

const withheldIn = (counts: Counts): MessageResults['withheld'] =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([name, amount]) =>
      name.startsWith('withheld.') && !name.includes('/')
        ? [[name.slice('withheld.'.length), Number(amount)]]
        : [],
    ),
  );
