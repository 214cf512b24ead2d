// A campaign tested by its diary: what a contact gets, day by day, from the pure engine alone.
import { checkCampaign } from '../../functions/use-cases/check-campaign.ts';
import { type Publication, readCampaign } from '../../infra/programs.ts';
import type { CampaignState } from '../../workflows/engine/card.ts';
import { decide } from '../../workflows/engine/decide.ts';
import { type Draft, draftOf } from '../../workflows/engine/draft.ts';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import type { Cause, Command } from '../../workflows/model/cause.ts';
import type { Changes } from '../../workflows/model/changes.ts';
import { newContact, nextDue } from '../../workflows/model/contact.ts';
import type { Event, Fields } from '../../workflows/model/event.ts';
import { duration } from '../../workflows/model/time.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { eventCause, type Surroundings, worldOf } from './engine.ts';
import { shippedLibrary } from './shipped-blocks.ts';
import { tell } from './tell.ts';

export const start = Date.UTC(2026, 0, 5, 9);

/** A document made runnable, as publishing would. */
async function publish({ id, body }: Publication): Promise<RunnableVersion> {
  const { draft } = await checkCampaign(id, body, shippedLibrary);
  return runnable({ ...draft, version: 1 });
}

export const programVersion = (name: string) => publish(readCampaign(name));

type Given = Partial<Omit<Event, 'properties'>> & { readonly properties?: Fields };

export interface Diary {
  /** An event at the diary's time, or at `timestamp`. */
  event(name: string, given?: Given): Diary;
  /** Lets time pass, doing what falls due on the way. */
  pass(time: string): Diary;
  /** Lets time pass with nobody at work: what fell due meanwhile is done late, with the next `pass`. */
  sleep(time: string): Diary;
  /** What SES says of a mail to `address`. */
  feedback(type: 'bounce' | 'complaint', address: string): Diary;
  unsubscribe(): Diary;
  /** The API asks a campaign to let the contact in. */
  call(campaign: string, properties?: Fields): Diary;
  /** A marketer changes the contact. */
  edit(changes: Changes): Diary;
  /** A marketer moves people inside a campaign. */
  command(campaign: string, command: Command): Diary;
  /** A segment, or a campaign with a clock, was published since. */
  review(of: { segment: string } | { campaign: string }): Diary;
  /** Other segments and rules from now on. */
  around(surroundings: Surroundings): Diary;
  /** Pauses a campaign, stops it, or makes it live again. */
  turn(campaign: string, state: CampaignState): Diary;
  /** Makes a version live, beside those that people are inside of. */
  publish(version: RunnableVersion): Diary;
  /** Anything else that reaches the contact. */
  apply(cause: Cause): Diary;
  readonly now: number;
  /** "day 3: email case-study", "day 0: not entered (stale_event)", … */
  readonly lines: readonly string[];
  readonly transitions: readonly Transition[];
  readonly draft: Draft;
}

export const openDiary = (...versions: readonly RunnableVersion[]): Diary =>
  openDiaryIn({}, ...versions);

/** The same in a workspace with segments and rules. */
export function openDiaryIn(
  surroundings: Surroundings,
  ...versions: readonly RunnableVersion[]
): Diary {
  let around = surroundings;
  let now = start;
  let count = 0;
  let draft = draftOf(newContact('con_sara'));
  let known = versions;
  const lines: string[] = [];

  const apply = (cause: Cause) => {
    const before = draft;
    draft = decide(worldOf(known, now, around), draft, cause);
    const news = draft.transitions.slice(before.transitions.length);
    const day = Math.floor((now - start) / 86_400_000);
    lines.push(
      ...news.flatMap((one) => tell(one, draft.messages)).map((text) => `day ${day}: ${text}`),
    );
  };

  const ring = (until: number): boolean => {
    const due = nextDue(draft.contact);
    if (due === undefined || due > until) return false;
    now = Math.max(now, due);
    apply({ kind: 'alarm', due, revision: 0 });
    return true;
  };

  const next = (kind: string) => {
    count += 1;
    return { id: `${kind}-${count}`, at: now };
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
    sleep(time) {
      now += duration(time);
      return diary;
    },
    feedback(type, address) {
      const feedback = { type, address, message: 'msg_1', detail: 'General' };
      apply({ kind: 'feedback', ...next('fb'), feedback });
      return diary;
    },
    unsubscribe() {
      const method = 'one_click_unsubscribe';
      apply({ kind: 'unsubscribe', id: 'msg_1', at: now, method, message: 'msg_1' });
      return diary;
    },
    call(campaign, properties = {}) {
      apply({ kind: 'call', ...next('call'), campaign, properties, by: 'api' });
      return diary;
    },
    edit(changes) {
      apply({ kind: 'edit', ...next('edit'), changes, by: 'a marketer' });
      return diary;
    },
    command(campaign, command) {
      apply({ kind: 'command', ...next('command'), campaign, command });
      return diary;
    },
    review(of) {
      apply({ kind: 'review', ...next('review'), of });
      return diary;
    },
    around(given) {
      around = { ...around, ...given };
      return diary;
    },
    turn(campaign, state) {
      around = { ...around, states: { ...around.states, [campaign]: state } };
      return diary;
    },
    publish(version) {
      known = [...known, version];
      return diary;
    },
    apply(cause) {
      apply(cause);
      return diary;
    },
    get now() {
      return now;
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

/** A contact who may be mailed. */
export const sara = {
  email: 'sara@example.com',
  traits: { email: 'sara@example.com', first_name: 'Sara' },
  consent: { status: 'subscribed', method: 'form', wording: 'Yes, write to me' },
} as const;
