// What holds of every campaign and every life. Each takes the number of runs.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Cause } from '../../workflows/model/cause.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { MessageKind } from '../../workflows/model/message.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { type Life, lives } from './arbitrary-life.ts';
import { live } from './live.ts';

const always = (runs: number, holds: (life: Life) => void) =>
  fc.assert(fc.property(lives, holds), { numRuns: runs });

export const noMessageTwice = (runs: number) =>
  always(runs, (life) => {
    const { decisions } = live(life);
    const ids = decisions.flatMap(({ after }) => after.messages.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

/** Everybody inside is at a step that exists, due at a moment that can be written down. */
export const everyoneIsSomewhere = (runs: number) =>
  always(runs, (life) => {
    for (const { world, after } of live(life).decisions)
      for (const { campaign, version, step, since = 0, until } of after.contact.enrollments) {
        const { program } = world.playbook.version(campaign, version);
        expect(step === undefined || program.nodes.has(step)).toBe(true);
        expect(until === undefined).toBe(step === undefined);
        expect(Number.isInteger(until ?? 0)).toBe(true);
        expect(since).toBeLessThanOrEqual(Math.max(world.now, until ?? 0));
      }
  });

/** `live` rings until nothing is due. A walk is entered once, and ends once. */
export const everyWalkEnds = (runs: number) =>
  always(runs, (life) => {
    const { contact, transitions } = live(life);
    expect(contact.enrollments.filter(({ step }) => step !== undefined)).toEqual([]);
    for (const walk of walksOf(transitions))
      expect(walk).toMatch(/^entered (completed( goal_reached)?|goal_reached|exited)$/);
  });

const turningPoints = new Set(['entered', 'completed', 'goal_reached', 'exited']);

function walksOf(transitions: readonly Transition[]): string[] {
  const turning = transitions.flatMap((one) =>
    'enrollment' in one && turningPoints.has(one.kind) ? [one] : [],
  );
  const walks = Map.groupBy(turning, ({ enrollment }) => enrollment);
  return [...walks.values()].map((walk) => walk.map(({ kind }) => kind).join(' '));
}

/** Whoever left gets no marketing, and an address that must not be mailed gets none. Judged by what was said. */
export const aNoIsANo = (runs: number) =>
  always(runs, (life) => {
    const heard: Heard = { at: 0, no: false, bounced: new Set(), complained: new Set() };
    for (const { again, cause, after } of live(life).decisions) {
      if (!again) hear(heard, cause);
      for (const { kind } of after.messages)
        expect(whyNot(heard, kind, addressOf(after.contact))).toEqual([]);
    }
  });

interface Heard {
  readonly bounced: Set<string>;
  readonly complained: Set<string>;
  /** The newest wish, and its time. */
  at: number;
  no: boolean;
}

function hear(heard: Heard, cause: Cause): void {
  if (cause.kind === 'unsubscribe') wish(heard, Math.max(heard.at, cause.at), true);
  if (cause.kind === 'event' && cause.event.consent)
    wish(heard, cause.event.timestamp, cause.event.consent.status === 'unsubscribed');
  if (cause.kind === 'feedback') {
    const all = cause.feedback.type === 'bounce' ? heard.bounced : heard.complained;
    all.add(cause.feedback.address.toLowerCase());
  }
}

function wish(heard: Heard, at: number, no: boolean): void {
  if (at > heard.at || (at === heard.at && no)) Object.assign(heard, { at, no });
}

function whyNot(heard: Heard, kind: MessageKind, address: string): string[] {
  const always = [address === '' && 'no address', heard.bounced.has(address) && 'bounced'];
  const offers = [heard.no && 'unsubscribed', heard.complained.has(address) && 'complained'];
  const reasons = kind === 'marketing' ? [...always, ...offers] : always;
  return reasons.filter((reason) => reason !== false);
}

const addressOf = ({ traits }: Contact) => String(traits.email ?? '').toLowerCase();

/** A cause that comes again is known, and the very same draft comes back. Only a no is heard anew every time. */
export const nothingCountsTwice = (runs: number) =>
  always(runs, (life) => {
    for (const { again, before, after, cause } of live(life).decisions)
      if (again && (cause.kind === 'event' || cause.kind === 'feedback'))
        expect(after).toBe(before);
  });

/** Inputs are frozen to the bottom; a change would throw. */
export const nothingIsMutated = (runs: number) => always(runs, (life) => void live(life, freeze));

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
  return value;
}

/** Stored and read between any two causes, a contact goes on as if it had never left memory. */
export const storageChangesNothing = (runs: number) =>
  always(runs, (life) => {
    const kept = live(life);
    const stored = live(life, throughJson);
    // Not by `toStrictEqual`, which takes a trait of the name "constructor" for a class.
    expect(isDeepStrictEqual(stored.contact, kept.contact)).toBe(true);
    expect(isDeepStrictEqual(stored.transitions, kept.transitions)).toBe(true);
  });

/** Versions stay as they are: steps know their functions. */
const throughJson = <T>(value: T): T =>
  Array.isArray(value) ? value : JSON.parse(JSON.stringify(value));

const zones = ['UTC', 'America/New_York', 'Asia/Tehran', 'Pacific/Apia'];

/** The same life is the same again, in whatever time zone the engine runs. */
export const replayIsTheSame = (runs: number) =>
  always(runs, (life) => {
    const told = zones.map((zone) =>
      inZone(zone, () => {
        const { contact, transitions } = live(life);
        return JSON.stringify({ contact, transitions });
      }),
    );
    expect(new Set(told).size).toBe(1);
  });

function inZone<T>(zone: string, run: () => T): T {
  const { TZ } = process.env;
  process.env.TZ = zone;
  try {
    return run();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}
