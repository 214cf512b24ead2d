// What holds of every rule, every contact and every past.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencies } from '../../../workflows/conditions/dependencies.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { sentence } from '../../../workflows/conditions/sentence.ts';
import type { Subject, Trace } from '../../../workflows/conditions/subject.ts';
import type { Contact } from '../../../workflows/model/contact.ts';
import { day, lives, people } from './arbitrary-rules.ts';
import { now, subjectOf } from './subject.ts';

const always = (holds: (life: typeof lives extends fc.Arbitrary<infer L> ? L : never) => void) =>
  fc.assert(fc.property(lives, holds), { numRuns: 500 });

/** The second after now, the last before `until`, and moments between. */
const moments = (until: number): number[] =>
  [0, 0.01, 0.3, 0.5, 0.77].map((part) => Math.floor(now + part * (until - now))).concat(until - 1);

describe('every rule', () => {
  it('answers the same at every moment before `until`', () => {
    let timed = 0;
    always(({ rule, subject }) => {
      const { held, until } = evaluate(rule, subject);
      if (until !== undefined) timed += 1;
      expect(until ?? now + 1).toBeGreaterThan(now);
      for (const later of moments(until ?? now + 500 * day))
        expect(evaluate(rule, { ...subject, now: later }).held, new Date(later).toISOString()).toBe(
          held,
        );
    });
    expect(timed).toBeGreaterThan(15);
  });

  it('without a clock among its dependencies has no `until`', () => {
    always(({ rule, subject }) => {
      const { until } = evaluate(rule, subject);
      if (!dependencies(rule).time) expect(until).toBeUndefined();
    });
  });

  it('depends on nothing that it does not name', () => {
    fc.assert(
      fc.property(lives, people, ({ rule, subject }, other) => {
        const changed = { ...subject, contact: elsewhere(rule, subject.contact, other) };
        expect(evaluate(rule, changed).held).toBe(evaluate(rule, subject).held);
      }),
      { numRuns: 500 },
    );
  });

  it('that cannot hold of somebody nobody knows does not', () => {
    always(({ rule }) => {
      if (!dependencies(rule).always) expect(evaluate(rule, subjectOf()).held).toBe(false);
    });
  });

  it('explains itself: the trace tells the answer, in the words of the sentence', () => {
    always(({ rule, subject }) => {
      const { held, because, trace } = evaluate(rule, subject);
      expect(trace.held).toBe(held);
      expect(trace.sentence).toBe(sentence(rule));
      expect(because.length).toBeLessThanOrEqual(501);
      expect(`${because}${trace.sentence}`).not.toMatch(/undefined|NaN|\[object|""/);
      for (const leaf of leavesOf(trace)) expect(because.length).toBeGreaterThan(leaf.held ? 3 : 2);
    });
  });
});

const leavesOf = (trace: Trace): Trace[] => trace.parts?.flatMap(leavesOf) ?? [trace];

/** The contact, but like another one in everything that the rule does not name. */
function elsewhere(
  rule: Parameters<typeof dependencies>[0],
  contact: Subject['contact'],
  other: Partial<Contact>,
): Contact {
  const needs = dependencies(rule);
  return {
    ...contact,
    traits: mixed(contact.traits, other.traits ?? {}, needs.attributes),
    segments: mixed(contact.segments, other.segments ?? {}, needs.segments),
    lists: mixed(contact.lists, other.lists ?? {}, needs.lists),
    ...(!needs.consent && other.consent && { consent: other.consent }),
    ...(needs.events.size === 0 && { history: keptBy(contact, needs.attributes) }),
  };
}

const keptBy = ({ history }: Contact, attributes: ReadonlySet<string>) => {
  const kept = Object.entries(history).filter(([key]) =>
    attributes.has(key.replace(/^attribute:/, '')),
  );
  return Object.fromEntries(kept);
};

function mixed<T>(
  own: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  named: ReadonlySet<string>,
): Record<string, T> {
  const kept = Object.entries(own).filter(([name]) => named.has(name));
  const taken = Object.entries(other).filter(([name]) => !named.has(name));
  return Object.fromEntries([...kept, ...taken]);
}
