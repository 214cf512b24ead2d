// Lives a life through the pure engine, as the edge would: forgotten causes are not applied again.
import { decide } from '../../workflows/engine/decide.ts';
import { type Draft, draftOf, type World } from '../../workflows/engine/draft.ts';
import { mayBeForgotten } from '../../workflows/engine/memory.ts';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { newContact, nextDue } from '../../workflows/model/contact.ts';
import type { Life, Turn } from './arbitrary-life.ts';
import { readsOf } from './campaign.ts';
import { start } from './diary.ts';
import { eventCause, worldOf } from './engine.ts';

/** One decision: what was known, what came, and what came of it. */
export interface Decision {
  readonly world: World;
  readonly before: Draft;
  readonly cause: Cause;
  readonly after: Draft;
  /** It had been applied before. */
  readonly again: boolean;
}

/** What the engine is handed goes through this first. */
type Hand = <T>(value: T) => T;

/** No walk of any campaign rings this often. */
const mostRings = 5_000;

export function live(life: Life, hand: Hand = (same) => same) {
  const decisions: Decision[] = [];
  const done: Cause[] = [];
  const published = life.campaigns.map((both, index) => both.map(versionOf(`campaign-${index}`)));
  let versions = published.flatMap(([first]) => first ?? []);
  let now = start;
  let contact = newContact('con_sara');

  const apply = (cause: Cause, again = false) => {
    if (again && 'id' in cause && mayBeForgotten(contact, cause)) return;
    const world = worldOf(hand(versions), now);
    const before = draftOf(hand(contact));
    const after = decide(world, before, hand(cause));
    decisions.push({ world, before, cause, after, again });
    contact = after.contact;
  };

  const ring = (until: number) => {
    for (let count = 0; count < mostRings; count += 1) {
      const due = nextDue(contact) ?? Number.POSITIVE_INFINITY;
      if (due > until) return;
      now = Math.max(now, due);
      apply({ kind: 'alarm', due, revision: 0 });
    }
    throw new Error('Alarms never end');
  };

  const pass = (time: number, isRung: boolean) => {
    if (isRung) ring(now + time);
    now += time;
  };

  const publish = (which: number) => {
    const both = published[which % published.length] ?? [];
    versions = [...new Set([...versions, ...both])];
  };

  const repeat = (which: number) => {
    const cause = done[which % done.length];
    if (cause) apply(cause, true);
  };

  const cause = (turn: Caused) => {
    const made = causeOf(turn, now, done.length);
    done.push(made);
    apply(made);
  };

  const take = (turn: Turn) => {
    if (turn.do === 'pass') pass(turn.time, turn.ring);
    else if (turn.do === 'publish') publish(turn.which);
    else if (turn.do === 'repeat') repeat(turn.which);
    else cause(turn);
  };

  life.turns.forEach(take);
  ring(Number.MAX_SAFE_INTEGER);
  return { contact, decisions, transitions: decisions.flatMap(({ after }) => after.transitions) };
}

const versionOf =
  (campaign: string) =>
  (given: object, index: number): RunnableVersion => {
    const document = campaignDocument.parse(given);
    const kinds = { receipt: 'transactional' } as const;
    const version = { campaign, version: index + 1, kinds, reads: readsOf(document), document };
    return runnable(version);
  };

type Caused = Exclude<Turn, { do: 'pass' | 'publish' | 'repeat' }>;

function causeOf(turn: Caused, now: number, count: number): Cause {
  const id = `cause-${count}`;
  switch (turn.do) {
    case 'event':
      return eventCause(turn.said.name ?? '', now - turn.ago, {
        id,
        receivedAt: now,
        ...turn.said,
      });
    case 'feedback': {
      const { type, address } = turn;
      const feedback = { type, address, message: 'msg_any', detail: 'General' };
      return { kind: 'feedback', id, at: now, feedback };
    }
    case 'unsubscribe':
      return { kind: 'unsubscribe', id, at: now, method: 'preference_page', message: 'msg_any' };
    case 'alarm':
      return { kind: 'alarm', due: now - turn.late, revision: 0 };
    default:
      return turn satisfies never;
  }
}
