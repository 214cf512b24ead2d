// What why says of the rules is what deciding does, in any life.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { sara } from '../../support/diary.ts';
import { openWhyStory, type WhyStory } from '../../support/why-story.ts';

const versions = [
  '{ steps: [{ send: hello }] }',
  '{ reentry: always, steps: [{ send: hello }, { wait: { for: 1 day } }] }',
  '{ reentry: { after: 2 days }, limits: { entries: 2 }, steps: [{ wait: { for: 3 hours } }, { send: hello }] }',
  '{ reentry: always, limits: { entries: 2 }, steps: [{ send: hello }] }',
  '{ audience: { attribute: plan, op: equals, value: pro }, goal: { event: Bought, within: 2 days }, exitOn: [{ event: Left }], steps: [{ wait: { for: 1 day } }, { send: hello }] }',
  '{ reentry: always, goal: { event: Bought, within: 1 day }, holdout: 50, steps: [{ wait: { for: 5 days } }, { send: hello }] }',
].map((yaml) => campaign(yaml, { kinds: { hello: 'marketing' } }));

type Turn =
  | { readonly event: string; readonly plan: string }
  | { readonly pass: string }
  | { readonly state: 'live' | 'paused' | 'stopped' };

const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc.record({
    event: fc.constantFrom('Started', 'Started', 'Started', 'Bought', 'Left', 'Other'),
    plan: fc.constantFrom('pro', 'basic'),
  }),
  fc.record({ pass: fc.constantFrom('1 hour', '7 hours', '1 day', '3 days') }),
  fc.record({ state: fc.constantFrom('live', 'live', 'live', 'paused', 'stopped') }),
);

function live(story: WhyStory, turns: readonly Turn[], version: (typeof versions)[number]): void {
  for (const one of turns) {
    story.pass('1 second');
    if ('event' in one)
      story.event(one.event, { ...sara, traits: { ...sara.traits, plan: one.plan } });
    else if ('pass' in one) story.pass(one.pass);
    else story.publish([version], { states: { test: one.state } });
  }
}

it('lets in whom every rule lets in, and nobody else', () => {
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 12 }),
      fc.constantFrom(...versions),
      (turns, version) => {
        const story = openWhyStory([version]);
        live(story, turns, version);
        story.pass('1 second');
        const { checks, group } = story.why();
        const isLetIn = checks.every(({ passes }) => passes);
        const [decided] = story.event('Started').why().decided.filter(isAdmission);
        const expected = group.group === 'holdout' ? 'held_out' : 'entered';
        expect(decided?.kind).toBe(isLetIn ? expected : 'not_entered');
      },
    ),
  );
});

const isAdmission = ({ kind }: { readonly kind: string }) =>
  ['entered', 'held_out', 'not_entered'].includes(kind);

it('says "In" of whoever waits at a step, and of nobody else', () => {
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 12 }),
      fc.constantFrom(...versions),
      (turns, version) => {
        const story = openWhyStory([version]);
        live(story, turns, version);
        const { standing, sentence, places } = story.why();
        const states = places.map(({ state }) => state);
        const waits = states.some((state) => ['waiting', 'held', 'parked'].includes(state));
        expect([standing === 'in', sentence.startsWith('In: ')]).toEqual([waits, waits]);
        expect(sentence.startsWith('Held out: ')).toBe(standing === 'held_out');
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence.endsWith('.')).toBe(true);
      },
    ),
  );
});
