// What holds of every campaign and every life. Each takes the number of runs.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Enrollment } from '../../workflows/model/enrollment.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { type Life, lives } from './arbitrary-life.ts';
import { type Lived, live } from './live.ts';
import type { Decision } from './live-person.ts';

/** All properties look at the same lives, each of which is lived once. */
const lived = new Map<string, Lived>();
const mostKept = 400;

function liveOnce(life: Life): Lived {
  const key = JSON.stringify(life);
  const known = lived.get(key) ?? live(life);
  if (lived.size < mostKept) lived.set(key, known);
  return known;
}

export const always = (runs: number, holds: (lived: Lived, life: Life) => void) =>
  fc.assert(
    fc.property(lives, (life) => holds(liveOnce(life), life)),
    { numRuns: runs },
  );

/** An alarm decides at the moment it is due, if the clock is behind. */
export const momentOf = ({ world, cause }: Decision): number =>
  cause.kind === 'alarm' ? Math.max(world.now, cause.due) : world.now;

/** Messages of one decision, each with the campaign that sends it and the moment. */
export const messagesOf = (decision: Decision, { version }: Pick<Lived, 'version'>) =>
  decision.after.messages.map((message) => ({
    message,
    document: version(message.campaign, message.version).document,
    at: momentOf(decision),
    decision,
  }));

export const noMessageTwice = (runs: number) =>
  always(runs, ({ decisions }) => {
    const messages = decisions.flatMap(({ after }) => after.messages);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    const places = new Set(messages.map(({ enrollment, step }) => `${enrollment}/${step}`));
    expect(places.size).toBe(messages.length);
  });

/** Nor is the world asked for anything twice: tasks, calls, events of ours, offers. */
export const noOrderTwice = (runs: number) =>
  always(runs, ({ decisions, transitions }) => {
    const orders = decisions.flatMap(({ after }) => after.orders.map(({ id }) => id));
    expect(new Set(orders).size).toBe(orders.length);
    const grants = transitions.flatMap((one) => (one.kind === 'acted' ? (one.grant ?? []) : []));
    expect(new Set(grants).size).toBe(grants.length);
  });

/** Everybody inside is at a step that exists, due at a moment that can be written down. */
export const everyoneIsSomewhere = (runs: number) =>
  always(runs, (lived) => {
    for (const decision of lived.decisions)
      for (const one of decision.after.contact.enrollments)
        expectSomewhere(one, momentOf(decision), lived);
  });

function expectSomewhere(one: Enrollment, now: number, { version }: Lived): void {
  const { step, since = now, until, parked, group } = one;
  if (step !== undefined) {
    expect(group).toBe('treatment');
    expect(version(one.campaign, one.version).program.nodes.has(step)).toBe(true);
  }
  // Who is at a step waits for a moment, or for a command.
  const moments = [until, parked].filter((at) => at !== undefined);
  expect(moments.length).toBe(step === undefined ? 0 : 1);
  expect([...moments, since].every(Number.isSafeInteger)).toBe(true);
  expect(since).toBeLessThanOrEqual(Math.max(now, until ?? 0));
}

/** `live` rings until nobody is inside. A walk is entered once, and ends once. */
export const everyWalkEnds = (runs: number) =>
  always(runs, ({ contact, transitions, circles }) => {
    if (circles > 0) return;
    expect(contact.enrollments.filter(({ step }) => step !== undefined)).toEqual([]);
    for (const walk of walksOf(transitions))
      expect(walk).toMatch(
        /^(entered (goal_reached|(completed|exited)( goal_reached)?)|held_out( goal_reached)?)$/,
      );
  });

const turningPoints = new Set(['entered', 'held_out', 'completed', 'exited']);

/** A goal ends every walk of its campaign, and is told of one of them. */
function walksOf(transitions: readonly Transition[]): string[] {
  const goals = transitions.flatMap((one, at) =>
    one.kind === 'goal_reached' ? [{ ...one, at }] : [],
  );
  const turning = transitions.flatMap((one, at) =>
    'enrollment' in one && turningPoints.has(one.kind) ? [{ ...one, at }] : [],
  );
  return [...Map.groupBy(turning, ({ enrollment }) => enrollment).values()].map((walk) => {
    const [{ campaign, at }] = walk as [(typeof turning)[0]];
    const goal = goals.find((one) => one.campaign === campaign && one.at > at);
    return [...walk, ...(goal ? [goal] : [])].map(({ kind }) => kind).join(' ');
  });
}

/** A cause that comes again is known, and the very same draft comes back. Only a no is heard anew every time. */
export const nothingCountsTwice = (runs: number) =>
  always(runs, ({ decisions }) => {
    for (const { again, before, after, cause } of decisions)
      if (again && cause.kind !== 'alarm' && cause.kind !== 'unsubscribe')
        expect(after).toBe(before);
  });

/**
 * A paused campaign lets nobody in but whom a broadcast has reached, and nobody comes to another step. A stopped one
 * lets people out.
 */
export const pausedIsStill = (runs: number) =>
  always(runs, ({ decisions }) => {
    for (const decision of decisions)
      for (const one of decision.after.transitions) expectStill(decision, one);
  });

function expectStill({ world, cause }: Decision, one: Transition): void {
  const state = 'campaign' in one ? world.playbook.state(one.campaign) : 'live';
  const isReached = cause.kind === 'call' && cause.by === 'broadcast' && state === 'paused';
  if (state !== 'live' && !isReached) expect(['entered', 'held_out']).not.toContain(one.kind);
  if (state !== 'live')
    expect(['requested', 'acted', 'held', 'branched', 'waiting']).not.toContain(one.kind);
}

/** Inputs are frozen to the bottom; a change would throw. */
export const nothingIsMutated = (runs: number) =>
  always(runs, (_, life) => void live(life, freeze));

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
  return value;
}

/** Stored and read between any two causes, a contact goes on as if it had never left memory. */
export const storageChangesNothing = (runs: number) =>
  always(runs, (kept, life) => {
    const stored = live(life, throughJson);
    // Not by `toStrictEqual`, which takes a trait of the name "constructor" for a class.
    expect(isDeepStrictEqual(stored.contact, kept.contact)).toBe(true);
    expect(isDeepStrictEqual(stored.transitions, kept.transitions)).toBe(true);
  });

/** Versions stay as they are: steps know their functions. */
const throughJson = <T>(value: T): T =>
  typeof value === 'object' && value !== null && 'program' in value
    ? value
    : JSON.parse(JSON.stringify(value));

const zones = ['America/New_York', 'Asia/Tehran', 'Pacific/Apia'];

/** The same life is the same again, in whatever time zone the engine runs. */
export const replayIsTheSame = (runs: number) =>
  always(runs, (known, life) => {
    const tell = ({ contact, transitions }: Lived) => JSON.stringify({ contact, transitions });
    for (const zone of zones)
      expect(inZone(zone, () => tell(live(life))) === tell(known), zone).toBe(true);
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
