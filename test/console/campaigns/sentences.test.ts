// Every kind of step and of trigger has its sentence in every language, made of the step itself.
import { describe, expect, it } from 'vitest';
import { stepSentence } from '../../../console/web/parts/campaign/step-sentence.ts';
import { triggerSentence } from '../../../console/web/parts/campaign/trigger-sentence.ts';
import { type Step, stepTypes, typeOf } from '../../../workflows/steps/index.ts';
import { type Trigger, triggerTypeOf, triggerTypes } from '../../../workflows/triggers/index.ts';
import { languages, wordingIn } from '../../support/wording.ts';

const paid = { op: 'equals', attribute: 'plan', value: 'pro' };

const steps = [
  { send: 'welcome' },
  { wait: { for: '3 days' } },
  { wait: { for: '3 days', until: { event: 'Order Completed' } } },
  { wait: { for: '3 days', until: { event: 'Order Completed', where: paid } } },
  { wait: { for: '7 days', until: { condition: paid } } },
  { wait: { until: { time: '09:00' } } },
  { wait: { until: { time: '09:00', on: ['monday', 'friday'] } } },
  { wait: { until: { business_hours: true } } },
  { wait: { until: { date: { attribute: 'trial_ends_at', offset: '-3 days', at: '09:00' } } } },
  { wait: { until: { date: { property: 'delivered_at', offset: 2 } } } },
  { wait: { until: { date: { property: 'delivered_at' } } } },
  { branch: paid, yes: [{ send: 'a' }] },
  { branch: [{ if: paid, steps: [{ send: 'a' }] }] },
  {
    split: [
      { name: 'a', weight: 1 },
      { name: 'b', weight: 3 },
    ],
  },
  { offer: { from: 'catalog', strategy: 'complement' } },
  { offer: { from: ['x', 'y'], strategy: 'next_step_up' } },
  { offer: { from: 'catalog', strategy: 'first_eligible' } },
  { update: { set: { plan: 'pro' }, unset: ['a'], add: { score: 5, debt: -2 } } },
  { update: { tag: ['vip'], untag: ['new'], join: ['news'], leave: ['trial'] } },
  { task: { title: 'Call' } },
  { task: { title: 'Call', for: 'sales', due: '4 hours' } },
  { webhook: { url: 'https://hooks.example.com/x' } },
  { emit: { event: 'Lead Scored' } },
  { enroll: 'win-back' },
  { leave: 'win-back' },
];

const triggers = [
  { event: 'Order Completed' },
  { event: 'Order Completed', where: paid },
  { segment: { id: 'vip', on: 'entered' } },
  { segment: { id: 'vip', on: 'left' } },
  { date: { attribute: 'birthday', anniversary: true, offset: 0, at: '09:00' } },
  { date: { attribute: 'renewal', offset: -30, at: '09:00' } },
  { inactivity: { event: 'Seen', for: '30 days' } },
  { inactivity: { event: 'Seen', where: paid, for: '30 days' } },
  { drifting: { share: 0.9, orders: 1 } },
  { schedule: { at: '2026-12-01T09:00' } },
  { schedule: { every: 'day', at: '09:00', local: true, from: '2026-12-01', until: '2027-01-01' } },
  { schedule: { every: 'week', on: ['monday'], at: '09:00' } },
  { schedule: { every: 'month', on: [1, 31], at: '09:00', zone: 'Europe/Warsaw' } },
  { schedule: { every: 'month', on: [1], at: '09:00' } },
  { call: true },
];

const english = wordingIn('en');

describe('The sentence of a step', () => {
  it('is there for every kind of step', () => {
    const told = new Set(steps.map((step) => typeOf(step as unknown as Step).type));
    expect(stepTypes.map(({ type }) => type).filter((type) => !told.has(type))).toEqual([]);
  });

  it.each(languages)('is said in %s', (language) => {
    const words = wordingIn(language);
    const said = steps.map((step) => stepSentence(step, words));
    expect(said.filter((one) => one === undefined)).toEqual([]);
    if (language !== 'en') expect(words.missing).toEqual([]);
  });

  it('says in English what the API says, where no condition is asked', () => {
    const asked = /branch|condition|where|property|set|tag|strategy|on/;
    const plain = steps.filter((step) => !asked.test(JSON.stringify(step)));
    expect(plain.length).toBeGreaterThan(8);
    for (const step of plain) {
      const type = typeOf(step as unknown as Step);
      expect(stepSentence(step, english)).toBe(type.sentence?.(step as unknown as Step));
    }
  });

  it('is unknown while the step is unfinished, and of what is no step', () => {
    expect(stepSentence({ wait: { until: {} } }, english)).toBeUndefined();
    expect(stepSentence({ dance: true }, english)).toBeUndefined();
  });
});

describe('The sentence of a trigger', () => {
  it('is there for every kind of trigger', () => {
    const told = new Set(triggers.map((one) => triggerTypeOf(one as unknown as Trigger).type));
    expect(triggerTypes.map(({ type }) => type).filter((type) => !told.has(type))).toEqual([]);
  });

  it.each(languages)('is said in %s', (language) => {
    const words = wordingIn(language);
    const said = triggers.map((one) => triggerSentence(one, words));
    expect(said.filter((one) => one === undefined)).toEqual([]);
    if (language !== 'en') expect(words.missing).toEqual([]);
  });
});
