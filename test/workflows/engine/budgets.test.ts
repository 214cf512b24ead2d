// A busy bot never fills a contact: what is too much is refused and told, and unsubscribing always works.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../workflows/engine/decide.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { budget } from '../../../workflows/model/budget.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';
import { eventCause, worldOf } from '../../support/engine.ts';

const text = (length: number) => 'x'.repeat(length);
const refusal = {
  kind: 'attributes_refused',
  because: 'attributes would exceed 16000 characters: note',
};

describe('attributes', () => {
  it('may fill 16,000 characters together, and not one more', () => {
    const full = { note: text(budget.traits - '{"note":""}'.length) };
    const diary = openDiary().event('Seen', { traits: full });
    expect(diary.draft.contact.traits).toEqual(full);
    expect(diary.transitions).toEqual([]);
    diary.event('Seen', { traits: { note: `${full.note}x` } });
    expect(diary.draft.contact.traits).toEqual(full);
    expect(diary.transitions).toEqual([refusal]);
  });

  it('that are refused do not keep the wish of the same event from being heard', () => {
    const consent = { status: 'subscribed', method: 'form' } as const;
    const { draft } = openDiary().event('Seen', { traits: { note: text(20_000) }, consent });
    expect(draft.contact.consent).toEqual({ ...consent, at: start });
    expect(draft.transitions.map(({ kind }) => kind)).toEqual([
      'attributes_refused',
      'consent_changed',
    ]);
  });

  it('that are full do not keep anybody from unsubscribing', () => {
    const full = { ...sara.traits, note: text(15_900) };
    const diary = openDiary().event('Seen', { ...sara, traits: full });
    expect(diary.unsubscribe().draft.contact.consent?.status).toBe('unsubscribed');
    const wish = { status: 'unsubscribed', method: 'preference_page' } as const;
    const told = openDiary()
      .event('Seen', { ...sara, traits: full })
      .event('Told', { consent: wish, traits: { more: text(200) } });
    expect(told.draft.contact.consent?.status).toBe('unsubscribed');
    expect(told.draft.contact.traits).toEqual(full);
  });

  it('that are refused are not read by the campaign that the event triggers', () => {
    const audience = { attribute: 'note', op: 'is_set' };
    const choosy = campaign(JSON.stringify({ audience, steps: [{ send: 'a' }] }));
    const diary = openDiary(choosy).event('Started', { traits: { note: text(20_000) } });
    expect(diary.lines).toEqual(['day 0: not entered (not_in_audience)']);
  });
});

describe('enrollments', () => {
  const many = Array.from({ length: budget.enrollments + 1 }, (_, index) =>
    campaign('[{ wait: { for: 30 days } }]', { campaign: `campaign-${index}` }),
  );

  it('are fifty at most, and the next is told why not', () => {
    const { draft } = openDiary(...many).event('Started', sara);
    expect(draft.contact.enrollments).toHaveLength(50);
    expect(draft.transitions.at(-1)).toEqual({
      kind: 'not_entered',
      campaign: 'campaign-50',
      reason: 'too_many_enrollments',
      because: '50 campaigns run already',
    });
    expect(Object.keys(draft.contact.entries)).toHaveLength(50);
  });

  it('make room when they end', () => {
    const diary = openDiary(...many)
      .event('Started', sara)
      .pass('30 days');
    diary.event('Started').pass('1 day');
    expect(diary.draft.contact.enrollments.map((one) => one.campaign)).toEqual(['campaign-50']);
  });

  it('carry what the trigger said only as far as it fits', () => {
    const shown = campaign('[{ wait: { for: 1 day } }]', { reads: ['note'] });
    const say = (length: number) =>
      openDiary(shown).event('Started', { properties: { note: text(length), other: text(9_000) } });
    const room = budget.enrollmentEvent - '{"note":""}'.length;
    expect(say(room).draft.contact.enrollments).toHaveLength(1);
    expect(say(room + 1).lines).toEqual(['day 0: not entered (event_too_large)']);
  });
});

describe('entries', () => {
  const again = campaign('{ reentry: always, steps: [{ send: hello }] }');
  const crowd = Array.from({ length: budget.entries }, (_, index) => `old-${index}`);
  const entries = Object.fromEntries(
    crowd.map((name, index) => [
      name,
      { count: 1, group: 'treatment' as const, last: start - 1_000 - index },
    ]),
  );

  it('are kept for the 400 campaigns that were entered last', () => {
    const before = draftOf({ ...newContact('con_sara'), entries });
    const { contact } = decide(worldOf([again], start), before, eventCause('Started', start));
    expect(Object.keys(contact.entries)).toHaveLength(400);
    expect(contact.entries.test).toEqual({ count: 1, group: 'treatment', last: start });
    expect(contact.entries['old-0']).toBeDefined();
    expect(contact.entries['old-399']).toBeUndefined();
  });

  it('that are forgotten do not make a later walk look like an earlier one', () => {
    const first = openDiary(again).event('Started', sara).draft;
    const forgotten = draftOf({ ...first.contact, entries });
    const later = eventCause('Started', start + 5, { id: 'later' });
    const second = decide(worldOf([again], start + 5), forgotten, later);
    expect(second.messages).toHaveLength(1);
    expect(second.messages[0]?.id).not.toBe(first.messages[0]?.id);
  });
});

describe('endings', () => {
  it('are remembered for the 400 campaigns that ended last', () => {
    const ended = Object.fromEntries(
      Array.from({ length: budget.entries }, (_, index) => [`old-${index}`, start - index]),
    );
    const left = campaign('{ exitOn: [{ event: Left }], steps: [{ send: a }] }');
    const before = draftOf({ ...newContact('con_sara'), ended });
    const { contact } = decide(worldOf([left], start), before, eventCause('Left', start));
    expect(Object.keys(contact.ended)).toHaveLength(400);
    expect(contact.ended.test).toBe(start);
    expect(contact.ended['old-399']).toBeUndefined();
  });

  it('keeps the address, and what else fits, of more attributes than fit', () => {
    const flood = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`trait_${index}`, text(40)]),
    );
    const traits = { ...flood, email: sara.email };
    const { contact, transitions } = openDiary().event('Seen', { traits }).draft;
    expect(contact.traits.email).toBe(sara.email);
    expect(Object.keys(contact.traits).length).toBeGreaterThan(200);
    expect(JSON.stringify(contact.traits).length).toBeLessThanOrEqual(budget.traits);
    expect(transitions).toMatchObject([{ kind: 'attributes_refused' }]);
  });
});
