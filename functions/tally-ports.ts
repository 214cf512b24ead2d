// What counting asks of the world: tallies of each campaign by day, and where its guard rails begin to count.
import type { Group } from '../workflows/model/enrollment.ts';
import type { Withheld } from '../workflows/model/transition.ts';
import type { Provider } from './use-cases/mail-domain.ts';

/** Everything but values is a whole number. */
export type Counter =
  | `entered.${Group}`
  | `goals.${Group}`
  | ValueCounter
  | `withheld.${Withheld}`
  | 'completed'
  | 'exited'
  | 'requested'
  | 'sent'
  | 'failed'
  /** Who came into a segment, and who left it. */
  | 'joined'
  | 'left'
  /** How often an offer was given. */
  | 'granted'
  /** Mails, each counted once; and those that only machines seem to have opened. */
  | ByReader
  | `${ByReader}_by_machine`
  | ByDomain
  /** "bounced@gmail.com" */
  | `${ByDomain | 'sent'}@${Provider}`
  | StepCounter;

/** What goals brought: by currency where their events name one, "value.holdout.EUR". */
export type ValueCounter = `value.${Group}` | `value.${Group}.${string}`;

/** What happened at a step, by its id: "sent/welcome", "withheld.unsubscribed/welcome", "branched.yes/branch". */
export type StepCounter = `${string}/${string}`;

export type ByReader = 'opened' | 'clicked';

/** What becomes of a mail at its mailbox: by campaign, and by whose mailbox it is. */
export type ByDomain =
  | 'delivered'
  | 'delayed'
  | 'bounced'
  | 'soft_bounced'
  | 'content_bounced'
  | 'complained';

/** As decimal text. What is absent is 0. */
export type Counts = Readonly<Partial<Record<Counter, string>>>;

/** "2026-01-05", UTC. */
export type Day = string;

/** What a day had counted when the guard rails began to count anew. */
export interface Mark {
  readonly day: Day;
  readonly counts: Counts;
}

export interface Tallies {
  /** By campaign (or the own key of a segment or an offer), on top of what was counted today. Estimates: a crash in between loses some, a repeated call counts twice. */
  add(counts: ReadonlyMap<string, Counts>): Promise<void>;
  /** From that day on, or of all days. */
  read(campaign: string, since?: Day): Promise<ReadonlyMap<Day, Counts>>;
  mark(campaign: string): Promise<Mark | undefined>;
  setMark(campaign: string, mark: Mark): Promise<void>;
}
