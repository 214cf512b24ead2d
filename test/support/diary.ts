// A campaign tested by its diary: what a contact gets, day by day, from the pure engine alone.
import { publishCampaign } from '../../functions/use-cases/publish-campaign.ts';
import { type Publication, readProgram } from '../../infra/programs.ts';
import { decide } from '../../workflows/engine/decide.ts';
import { type Draft, draftOf } from '../../workflows/engine/draft.ts';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import { newContact, nextDue } from '../../workflows/model/contact.ts';
import type { Event, Fields } from '../../workflows/model/event.ts';
import { duration } from '../../workflows/model/time.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { eventCause, worldOf } from './engine.ts';

export const start = Date.UTC(2026, 0, 5, 9);

/** A document made runnable, as publishing would. */
export async function publish({ id, body }: Publication): Promise<RunnableVersion> {
  const publications = { publish: async (draft: object) => ({ ...draft, version: 1 }) };
  return runnable(await publishCampaign(publications as never, id, body));
}

export const programVersion = (name: string) => publish(readProgram(name));

type Given = Partial<Omit<Event, 'properties'>> & { readonly properties?: Fields };

export interface Diary {
  /** An event at the diary's time, or at `timestamp`. */
  event(name: string, given?: Given): Diary;
  /** Lets time pass, doing what falls due on the way. */
  pass(time: string): Diary;
  /** What SES says of a mail to `address`. */
  feedback(type: 'bounce' | 'complaint', address: string): Diary;
  unsubscribe(): Diary;
  /** Makes a version live, beside those that people are inside of. */
  publish(version: RunnableVersion): Diary;
  /** "day 3: email case-study", "day 0: not entered (stale_event)", … */
  readonly lines: readonly string[];
  readonly transitions: readonly Transition[];
  readonly draft: Draft;
}

export function openDiary(...versions: readonly RunnableVersion[]): Diary {
  let now = start;
  let count = 0;
  let draft = draftOf(newContact('con_sara'));
  let known = versions;
  const lines: string[] = [];

  const apply = (cause: Parameters<typeof decide>[2]) => {
    const before = draft;
    draft = decide(worldOf(known, now), draft, cause);
    const news = draft.transitions.slice(before.transitions.length);
    const day = Math.floor((now - start) / 86_400_000);
    lines.push(...news.flatMap((one) => tell(one, draft)).map((text) => `day ${day}: ${text}`));
  };

  const ring = (until: number): boolean => {
    const due = nextDue(draft.contact);
    if (due === undefined || due > until) return false;
    now = due;
    apply({ kind: 'alarm', due, revision: 0 });
    return true;
  };

  const diary: Diary = {
    event(name, given = {}) {
      count += 1;
      apply(eventCause(name, now, { id: `evt-${count}`, ...given } as Partial<Event>));
      return diary;
    },
    pass(time) {
      const until = now + duration(time);
      while (ring(until));
      now = until;
      return diary;
    },
    feedback(type, address) {
      count += 1;
      const id = `fb-${count}`;
      const feedback = { type, address, message: 'msg_1', detail: 'General' };
      apply({ kind: 'feedback', id, at: now, feedback });
      return diary;
    },
    unsubscribe() {
      const method = 'one_click_unsubscribe';
      apply({ kind: 'unsubscribe', id: 'msg_1', at: now, method, message: 'msg_1' });
      return diary;
    },
    publish(version) {
      known = [...known, version];
      return diary;
    },
    get lines() {
      return lines;
    },
    get transitions() {
      return draft.transitions;
    },
    get draft() {
      return draft;
    },
  };
  return diary;
}

function tell(one: Transition, { messages }: Draft): string[] {
  switch (one.kind) {
    case 'requested':
      return [`email ${messages.find(({ id }) => id === one.message)?.template}`];
    case 'withheld':
      return [`withheld ${one.step} (${one.reason})`];
    case 'not_entered':
      return [`not entered (${one.reason})`];
    case 'goal_reached':
      return ['goal'];
    case 'exited':
      return ['exit'];
    case 'completed':
      return ['completed'];
    case 'branched':
      return [`${one.step}: ${one.path}`];
    case 'resumed':
      return one.because.includes('happened') ? [`woken: ${one.because}`] : [];
    default:
      return [];
  }
}

/** A contact who may be mailed. */
export const sara = {
  email: 'sara@example.com',
  traits: { email: 'sara@example.com', first_name: 'Sara' },
  consent: { status: 'subscribed', method: 'form', wording: 'Yes, write to me' },
} as const;
