// Segments are what their conditions say of the whole past, and the order of what happens at once means nothing.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Condition } from '../../workflows/conditions/condition.ts';
import { evaluate } from '../../workflows/conditions/evaluate.ts';
import { leavesOf } from '../../workflows/conditions/group.ts';
import { recordChange } from '../../workflows/conditions/record.ts';
import { refill } from '../../workflows/conditions/refill.ts';
import { watchesOf } from '../../workflows/conditions/watches.ts';
import { subjectOf } from '../../workflows/engine/draft.ts';
import type { History } from '../../workflows/model/history.ts';
import { lives } from './arbitrary-life.ts';
import { always, momentOf } from './engine-properties.ts';
import { type Lived, live, type Rest } from './live.ts';
import type { Decision } from './live-person.ts';

/** Wherever nothing is due. A segment that is published late is told its past by a review. */
export const membersAreWhoTheyShouldBe = (runs: number) =>
  always(runs, ({ rests, decisions, circles }) => {
    // Whoever is caught in a circle never comes to rest.
    for (const rest of circles > 0 ? [] : rests)
      for (const segment of rest.segments) expectMembership(segment, rest, decisions);
  });

type Segment = Rest['segments'][number];

function expectMembership({ version, sinceEver }: Segment, rest: Rest, decisions: Decisions): void {
  const { condition } = version.document;
  // How long an attribute has been what it is cannot be read again from events.
  if (!sinceEver && asks(condition, 'has_been')) return;
  const { held, because } = fresh(condition, rest, decisions);
  const isIn = Object.hasOwn(rest.contact.segments, version.segment);
  expect(isIn, `${version.segment}: ${because}`).toBe(held);
}

type Decisions = readonly Decision[];

const asks = (condition: Condition, op: string) => leavesOf(condition).some((one) => one.op === op);

/** The condition asked of a contact whose whole past is told anew. */
function fresh(condition: Condition, { now, contact, past }: Rest, decisions: Decisions) {
  const watches = watchesOf(condition);
  const [{ world }] = decisions as [Decision];
  const last = decisions.findLast((one) => momentOf(one) <= now)?.world ?? world;
  const changes = decisions.filter((one) => momentOf(one) <= now);
  const history = changes.reduce<History>(
    (known, one) =>
      recordChange(known, watches, {
        before: one.before.contact.traits,
        after: one.after.contact.traits,
        at: momentOf(one),
      }),
    refill({}, watches, past),
  );
  return evaluate(condition, subjectOf({ ...last, now }, { ...contact, history }));
}

/** Nobody but who asks for it, so that nothing but the events themselves changes the contact. */
const idle = { name: 'Idle', trigger: { call: true }, steps: [{ send: 'hello' }] };

/** Each attribute has one value in the whole life, and each event an id of its own. */
const moments = fc.tuple(lives, fc.infiniteStream(fc.nat())).map(([life, numbers]) => {
  const values = new Map<string, unknown>();
  const [begin, ...all] = life.turns;
  const events = all.flatMap((turn, index) => {
    if (turn.do !== 'event') return [];
    const { email: _, traits = {}, ...said } = turn.said;
    const own = Object.entries(traits).map(([name, value]) => {
      if (!values.has(name)) values.set(name, value);
      return [name, values.get(name)];
    });
    const id = `evt-${index}`;
    return [{ ...turn, ago: 0, said: { ...said, id, traits: Object.fromEntries(own) } }];
  });
  const shuffled = events
    .map((event) => ({ event, place: numbers.next().value ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
  const lived = (turns: typeof events) => ({
    ...life,
    campaigns: [[idle, idle] as const],
    turns: [begin, ...turns].filter((turn) => turn !== undefined),
  });
  return [lived(events), lived(shuffled)] as const;
});

/**
 * What happens in one moment may be heard in any order: attributes that do not contradict one another, wishes, orders,
 * what rules remember, and who is in which segment come out the same. What a campaign does of it may differ: whether
 * a branch sees what came with the same breath depends on who was heard first.
 */
export const orderMeansNothing = (runs: number) =>
  fc.assert(
    fc.property(moments, ([one, other]) => {
      expect(whatStays(live(other))).toEqual(whatStays(live(one)));
    }),
    { numRuns: runs },
  );

function whatStays({ rests: [rest] }: Lived) {
  const { contact } = rest as Rest;
  const { traits, consent, history, segments, purchases, owned } = contact;
  const plain = Object.entries(traits).sort(([a], [b]) => (a < b ? -1 : 1));
  return { traits: plain, consent, history, segments, purchases, owned };
}
