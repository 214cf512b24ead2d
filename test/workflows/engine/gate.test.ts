// The gate: every reason not to send, and which mail each of them stops.
import { describe, expect, it } from 'vitest';
import { gate, hardNo } from '../../../workflows/engine/gate.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';
import { openDiary, sara } from '../../support/diary.ts';

const address = 'sara@example.com';
const person = { ...newContact('con_sara'), traits: { email: address } };
const yes = { status: 'subscribed', at: 1, method: 'form' } as const;
const no = { status: 'unsubscribed', at: 1, method: 'form' } as const;

/** For marketing with consent, for marketing to customers, for transactional mail; and just before it leaves. */
const answers = (contact: Contact) => [
  gate(contact, 'marketing', 'consent'),
  gate(contact, 'marketing', 'soft_opt_in'),
  gate(contact, 'transactional', 'consent'),
  hardNo(contact, { kind: 'marketing' }, 1),
  hardNo(contact, { kind: 'transactional' }, 1),
];

const pass = undefined;

describe('the gate', () => {
  it('lets everything pass to someone who subscribed', () => {
    expect(answers({ ...person, consent: yes })).toEqual([pass, pass, pass, pass, pass]);
  });

  it('asks marketing for consent, unless the campaign rests on a customer relation', () => {
    expect(answers(person)).toEqual(['not_subscribed', pass, pass, pass, pass]);
  });

  it('stops marketing, and marketing alone, to someone who unsubscribed', () => {
    const said = 'unsubscribed';
    expect(answers({ ...person, consent: no })).toEqual([said, said, pass, said, pass]);
  });

  it.each([[{}], [{ email: '' }], [{ email: null }], [{ email: 7 }]])(
    'stops everything where there is no address: %j',
    (traits) => {
      const contact = { ...person, traits, consent: yes };
      expect(answers(contact)).toEqual(Array(5).fill('no_address'));
    },
  );

  it('stops everything to an address that bounced', () => {
    const { contact } = openDiary().event('Seen', sara).feedback('bounce', address).draft;
    expect(answers(contact)).toEqual(Array(5).fill('suppressed'));
  });

  it('stops marketing, and marketing alone, to an address that complained', () => {
    const { contact } = openDiary().event('Seen', sara).feedback('complaint', address).draft;
    const said = 'suppressed';
    expect(answers(contact)).toEqual([said, said, pass, said, pass]);
  });

  it('names the wish before the address: a person who left is told as such', () => {
    const { contact } = openDiary().event('Seen', sara).feedback('bounce', address).draft;
    expect(gate({ ...contact, consent: no }, 'marketing', 'consent')).toBe('unsubscribed');
  });
});

describe('a suppression', () => {
  const bounced = () => openDiary().event('Seen', sara).feedback('bounce', address);
  const moveTo = (email: string) => ({ traits: { email } });
  const marketing = (contact: Contact) => gate(contact, 'marketing', 'consent');

  it('is told, with the reason', () => {
    expect(bounced().transitions.at(-1)).toEqual({
      kind: 'suppressed',
      because: 'bounce: General',
    });
  });

  it('is of an address, not of a person: a new one is free, and the old one is not', () => {
    const diary = bounced().event('Moved', moveTo('new@example.com'));
    expect(marketing(diary.draft.contact)).toBe(pass);
    diary.event('Moved', moveTo(address));
    expect(marketing(diary.draft.contact)).toBe('suppressed');
  });

  it('does not care about case', () => {
    const diary = openDiary().event('Seen', { ...sara, traits: { email: 'Sara@Example.com' } });
    diary.feedback('bounce', 'SARA@example.COM');
    expect(marketing(diary.draft.contact)).toBe('suppressed');
  });

  it('by a bounce is not softened by a complaint that comes after', () => {
    const { contact } = bounced().feedback('complaint', address).draft;
    expect(gate(contact, 'transactional', 'consent')).toBe('suppressed');
  });

  it('by a complaint is hardened by a bounce', () => {
    const diary = openDiary().event('Seen', sara).feedback('complaint', address);
    diary.feedback('bounce', address);
    expect(gate(diary.draft.contact, 'transactional', 'consent')).toBe('suppressed');
  });

  it('is not lifted by one of another address', () => {
    const { contact } = bounced().feedback('complaint', 'old@example.com').draft;
    expect(marketing(contact)).toBe('suppressed');
  });

  it('is remembered for the last ten addresses of a person', () => {
    const diary = bounced();
    const email = (count: number) => `new-${count}@example.com`;
    for (let count = 1; count <= 10; count += 1) diary.feedback('bounce', email(count));
    const { contact } = diary.draft;
    const isFree = (one: string) => marketing({ ...contact, traits: { email: one } }) === pass;
    expect(isFree(address)).toBe(true);
    for (let count = 1; count <= 10; count += 1) expect(isFree(email(count))).toBe(false);
  });
});
