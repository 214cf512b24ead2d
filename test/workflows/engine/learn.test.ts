// What an event says of a person. Events come late and out of order; the order of the deeds counts.
import { describe, expect, it } from 'vitest';
import { openDiary, start } from '../../support/diary.ts';

const hour = 3_600_000;
const at = (hours: number) => ({ timestamp: start + hours * hour });
const yes = { status: 'subscribed', method: 'form' } as const;
const no = { status: 'unsubscribed', method: 'preference_page' } as const;

const traitsAfter = (...events: readonly (readonly [number, Record<string, string | null>])[]) => {
  const diary = openDiary();
  for (const [hours, traits] of events) diary.event('Seen', { ...at(hours), traits });
  return diary.draft.contact.traits;
};

describe('attributes', () => {
  it('are replaced by newer ones, one by one', () => {
    const before = { plan: 'free', city: 'Utrecht' };
    expect(traitsAfter([1, before], [2, { plan: 'pro' }])).toEqual({
      plan: 'pro',
      city: 'Utrecht',
    });
  });

  it('only fill gaps when they are older and come late', () => {
    const late = { plan: 'free', city: 'Utrecht' };
    expect(traitsAfter([2, { plan: 'pro' }], [1, late])).toEqual({ plan: 'pro', city: 'Utrecht' });
  });

  it('that filled a gap do not make later ones older', () => {
    const events = [
      [2, { plan: 'pro' }],
      [1, { city: 'Utrecht' }],
    ] as const;
    expect(traitsAfter(...events, [1.5, { plan: 'free' }])).toMatchObject({ plan: 'pro' });
  });

  it('of the same moment are taken as they come', () => {
    expect(traitsAfter([1, { plan: 'free' }], [1, { plan: 'pro' }])).toEqual({ plan: 'pro' });
  });

  it('are cleared by null', () => {
    expect(traitsAfter([1, { plan: 'free' }], [2, { plan: null }])).toEqual({ plan: null });
  });

  it('include the address that an event carries beside them, unless they say another', () => {
    const email = 'sara@example.com';
    const traits = { email: 'work@example.com' };
    expect(openDiary().event('Seen', { email }).draft.contact.traits).toEqual({ email });
    expect(openDiary().event('Seen', { email, traits }).draft.contact.traits).toEqual(traits);
  });

  it('stay as they are when an event says none, also as to their age', () => {
    const diary = openDiary().event('Seen', { ...at(1), traits: { plan: 'free' } });
    const { contact } = diary.event('Seen', at(3)).draft;
    expect(contact.traits).toEqual({ plan: 'free' });
    expect(contact.traitsAt).toBe(start + hour);
  });
});

describe('where a person was last seen', () => {
  const tehran = { seen: { timezone: 'Asia/Tehran', locale: 'fa-IR' } };
  const warsaw = { seen: { timezone: 'Europe/Warsaw', locale: 'pl-PL' } };

  it('is kept beside what was said of the person', () => {
    const diary = openDiary().event('Seen', { traits: { timezone: 'UTC' }, ...tehran });
    expect(diary.draft.contact.traits).toEqual({
      timezone: 'UTC',
      last_timezone: 'Asia/Tehran',
      last_locale: 'fa-IR',
    });
  });

  it('is where it was last, whatever comes late', () => {
    const diary = openDiary().pass('2 hours').event('Seen', tehran);
    diary.event('Seen', { ...at(1), ...warsaw });
    expect(diary.draft.contact.traits.last_timezone).toBe('Asia/Tehran');
    diary.pass('1 day').event('Seen', warsaw);
    expect(diary.draft.contact.traits).toEqual({
      last_timezone: 'Europe/Warsaw',
      last_locale: 'pl-PL',
    });
  });

  it('makes nothing older that is said of the person', () => {
    const diary = openDiary().pass('2 hours').event('Seen', tehran);
    diary.event('Seen', { ...at(1), traits: { plan: 'free' } });
    diary.event('Seen', { ...at(1.5), traits: { plan: 'pro' } });
    expect(diary.draft.contact.traits.plan).toBe('pro');
  });

  it('is a zone that clocks know, or none', () => {
    const diary = openDiary().event('Seen', { seen: { timezone: 'GMT+0330', locale: 'fa' } });
    expect(diary.draft.contact.traits).toEqual({ last_locale: 'fa' });
  });

  it('is left out where there is no room for it', () => {
    const traits = { about: 'x'.repeat(15_980) };
    const diary = openDiary().event('Seen', { traits, ...tehran });
    expect(diary.draft.contact.traits).toEqual(traits);
    expect(diary.transitions).toEqual([]);
  });
});

describe('consent', () => {
  it('is kept with the words that were shown', () => {
    const consent = { ...yes, wording: 'Yes, write to me' };
    const diary = openDiary().event('Seen', { consent });
    expect(diary.draft.contact.consent).toEqual({ ...consent, at: start });
    expect(diary.transitions).toEqual([
      { kind: 'consent_changed', status: 'subscribed', method: 'form' },
    ]);
  });

  it('is the newest wish by the time it was made, not by its arrival', () => {
    const diary = openDiary().event('Left', { ...at(2), consent: no });
    diary.event('Asked', { ...at(1), consent: yes });
    expect(diary.draft.contact.consent).toMatchObject({ status: 'unsubscribed' });
    diary.event('Asked', { ...at(3), consent: yes });
    expect(diary.draft.contact.consent).toMatchObject({ status: 'subscribed' });
  });

  it('that a later event merely tells of is as old as it was given, and never newer than the event', () => {
    const diary = openDiary().event('Left', { ...at(2), consent: no });
    diary.event('Order Completed', { ...at(3), consent: { ...yes, at: start } });
    expect(diary.draft.contact.consent?.status).toBe('unsubscribed');
    diary.event('Order Completed', { ...at(4), consent: { ...yes, at: start + 9 * hour } });
    expect(diary.draft.contact.consent).toEqual({ ...yes, at: start + 4 * hour });
  });

  it.each([
    [yes, no],
    [no, yes],
  ])('is a no when both were said in the same moment', (first, second) => {
    const diary = openDiary().event('One', { consent: first }).event('Two', { consent: second });
    expect(diary.draft.contact.consent?.status).toBe('unsubscribed');
  });

  it('said again is newer, but no change', () => {
    const diary = openDiary().event('One', { consent: yes }).pass('1 hour');
    const { contact, transitions } = diary.event('Two', { consent: yes }).draft;
    expect(contact.consent?.at).toBe(start + hour);
    expect(transitions).toHaveLength(1);
  });
});

describe('unsubscribing by the link in a mail', () => {
  it('ends consent, whatever is known', () => {
    for (const diary of [openDiary(), openDiary().event('Seen', { consent: yes })])
      expect(diary.unsubscribe().draft.contact.consent).toEqual({
        status: 'unsubscribed',
        at: start,
        method: 'one_click_unsubscribe',
      });
  });

  it('ends consent also when that was given by a clock that is ahead', () => {
    const diary = openDiary()
      .event('Seen', { ...at(5), consent: yes })
      .unsubscribe();
    diary.event('Seen', { ...at(4), consent: yes });
    expect(diary.draft.contact.consent?.status).toBe('unsubscribed');
  });

  it('changes nothing the second time', () => {
    const diary = openDiary().unsubscribe();
    const { draft } = diary;
    expect(diary.unsubscribe().draft).toBe(draft);
  });

  it('said once more is the newest wish: an older yes that comes late does not undo it', () => {
    const diary = openDiary().event('Left', { consent: no }).pass('3 hours').unsubscribe();
    diary.event('Asked', { ...at(1), consent: yes });
    expect(diary.draft.contact.consent?.status).toBe('unsubscribed');
    expect(diary.transitions).toHaveLength(1);
  });
});
