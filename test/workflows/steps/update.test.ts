// An update step: what it changes of a contact, what it refuses, and what it says it does.
import { describe, expect, it } from 'vitest';
import { budget } from '../../../workflows/model/budget.ts';
import type { Contact } from '../../../workflows/model/contact.ts';
import { update } from '../../../workflows/steps/update.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const updating = (changes: string, more = '') =>
  campaign(`{ reentry: always, steps: [{ update: ${changes} }] ${more && `, ${more}`} }`, {
    reads: ['plan', 'seats'],
  });

const changed = (changes: string, traits: Contact['traits'] = {}, properties = {}) =>
  openDiary(updating(changes)).event('Started', {
    ...sara,
    traits: { ...sara.traits, ...traits },
    properties,
  });

const traitsAfter = (...given: Parameters<typeof changed>) =>
  changed(...given).draft.contact.traits;

describe('an update', () => {
  it('sets attributes and takes them away', () => {
    const traits = traitsAfter('{ set: { plan: pro, seats: 3 }, unset: [trial, nothing] }', {
      plan: 'free',
      trial: true,
    });
    expect(traits).toEqual({ ...sara.traits, plan: 'pro', seats: 3 });
  });

  it('sets what the contact or the event says, of its own kind', () => {
    const traits = traitsAfter(
      '{ set: { seats: "{{ event.seats }}", greeting: "Dear {{ person.first_name }}" } }',
      {},
      { seats: 12 },
    );
    expect(traits).toMatchObject({ seats: 12, greeting: 'Dear Sara' });
  });

  it('moves scores up and down, from 0 where there is none, and without dust', () => {
    expect(traitsAfter('{ add: { lead_score: 10 } }')).toMatchObject({ lead_score: 10 });
    expect(traitsAfter('{ add: { lead_score: -25 } }', { lead_score: 10 })).toMatchObject({
      lead_score: -15,
    });
    expect(traitsAfter('{ add: { s: 0.2 } }', { s: 0.1 })).toMatchObject({ s: 0.3 });
    expect(traitsAfter('{ add: { s: 5 } }', { s: '7' })).toMatchObject({ s: 12 });
    expect(traitsAfter('{ add: { s: 5 } }', { s: 'many' })).toMatchObject({ s: 'many' });
    expect(traitsAfter('{ add: { constructor: 5 } }').constructor).toBe(5);
    expect(traitsAfter('{ set: { s: 100 }, add: { s: 5 } }', { s: 1 })).toMatchObject({ s: 105 });
  });

  it('tags and untags, each tag once', () => {
    const tags = ['old', 'lead'];
    expect(traitsAfter('{ tag: [lead, vip], untag: [old] }', { tags }).tags).toEqual([
      'lead',
      'vip',
    ]);
    expect(traitsAfter('{ tag: [vip] }', { tags: 'none' }).tags).toEqual(['vip']);
  });

  it('puts on lists and takes off them, and remembers since when', () => {
    const { contact } = changed('{ join: [news, constructor], leave: [old] }').draft;
    expect(contact.lists).toEqual({ news: start, constructor: start });
    const left = openDiary(updating('{ leave: [news] }')).edit({ join: ['news', 'other'] });
    expect(Object.keys(left.event('Started', sara).draft.contact.lists)).toEqual(['other']);
    const twice = openDiary(updating('{ join: [news] }')).event('Started', sara).pass('1 day');
    expect(twice.event('Started').draft.contact.lists).toEqual({ news: start });
  });

  it('says what it does, to the marketer and in the timeline', () => {
    const step = {
      update: { set: { plan: 'pro' }, add: { score: -5, fame: 1 }, tag: ['vip'], join: ['news'] },
    };
    const because =
      'set plan to "pro", take 5 from score, add 1 to fame, tag vip, put on list news';
    expect(update.sentence?.(step)).toBe(`S${because.slice(1)}`);
    expect(changed(JSON.stringify(step.update)).transitions).toContainEqual(
      expect.objectContaining({ kind: 'acted', step: 'update', because }),
    );
  });

  it('names the lists that must exist, and the properties it reads', () => {
    const step = { update: { set: { a: '{{ event.plan }}' }, join: ['news'], leave: ['old'] } };
    expect(update.refers?.(step)).toEqual(['list:news', 'list:old']);
    expect(update.reads?.(step)).toEqual(['plan']);
  });

  it('is seen by the steps behind it', () => {
    const scoring = campaign(`
      - update: { add: { lead_score: 30 } }
      - branch: { attribute: lead_score, op: gte, value: 50 }
        yes: [{ send: call }]
    `);
    const known = { ...sara, traits: { ...sara.traits, lead_score: 20 } };
    expect(openDiary(scoring).event('Started', known).lines).toContain('day 0: email call');
  });

  it('is refused as a whole where the contact has no room, and says so', () => {
    const large = `{ set: { note: ${'x'.repeat(3_900)} } }`;
    const known = { a: 'x'.repeat(budget.traits - 200) };
    const diary = changed(large, known);
    expect(diary.draft.contact.traits).not.toHaveProperty('note');
    expect(diary.transitions).toContainEqual({
      kind: 'attributes_refused',
      because: `attributes would exceed ${budget.traits} characters`,
    });
  });

  it('leaves out the lists beyond those a contact may be on, and says which', () => {
    const names = (from: number) => Array.from({ length: 50 }, (_, index) => `l-${from + index}`);
    const diary = openDiary(updating('{ join: [one-more] }')).event('Seen', sara);
    for (const from of [0, 50, 100, 150]) diary.edit({ join: names(from) });
    expect(Object.keys(diary.draft.contact.lists)).toHaveLength(budget.lists);
    expect(diary.event('Started').transitions).toContainEqual({
      kind: 'attributes_refused',
      because: 'a contact is on 200 lists at the most: not on one-more',
    });
    expect(Object.keys(diary.draft.contact.lists)).toHaveLength(budget.lists);
  });
});

describe('a document with an update', () => {
  it.each([
    [{}, 'says what to change'],
    [{ add: { score: 'much' } }, 'expected number'],
    [{ set: { a: '{{ person.name | upcase }}' } }, 'in braces stand only names'],
    [{ put: { a: 1 } }, 'put'],
    [{ tag: [] }, '1'],
  ])('is refused with the reason: %j', (given, reason) => {
    const { error } = update.schema.safeParse({ update: given });
    expect(JSON.stringify(error?.issues)).toContain(reason);
  });
});
