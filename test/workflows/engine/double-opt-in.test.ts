// Double opt-in: a wish by a form counts once its address has confirmed it; nobody is mail-bombed by it.
import { describe, expect, it } from 'vitest';
import { gate } from '../../../workflows/engine/gate.ts';
import { campaign } from '../../support/campaign.ts';
import { confirm, topics } from '../../support/consenting.ts';
import { type Diary, openDiaryIn, sara, start } from '../../support/diary.ts';

const around = { workspace: { topics, doubleOptIn: true } };
const address = sara.email;
const minute = 60_000;
const open = (...versions: Parameters<typeof openDiaryIn>[1][]) => openDiaryIn(around, ...versions);
const asked = ({ draft }: Diary) =>
  draft.orders.filter((one) => one.kind === 'emit' && one.event === 'Consent Requested');
const filled = (diary = open()) => diary.event('Lead Captured', sara);
const statusOf = ({ draft }: Diary) => draft.contact.consent?.status;

describe('a consent by a form', () => {
  it('waits to be confirmed, and an event of ours asks for it', () => {
    const diary = filled();
    expect(statusOf(diary)).toBe('pending_confirmation');
    expect(asked(diary)).toEqual([
      {
        kind: 'emit',
        event: 'Consent Requested',
        id: expect.stringMatching(/^evt_[\w-]{22}$/),
        contact: 'con_sara',
        properties: { method: 'form' },
        at: start,
        hops: 1,
      },
    ]);
    expect(gate(diary.draft.contact, 'marketing', 'consent')).toBe('pending_confirmation');
  });

  it('counts once it is confirmed, which is proven and happens', () => {
    const diary = confirm(filled().pass('1 hour'), 'SARA@example.com');
    expect(diary.draft.contact.consent).toEqual({
      ...{ status: 'subscribed', method: 'form', wording: 'Yes, write to me' },
      at: start + 60 * minute,
    });
    expect(diary.draft.consents.at(-1)).toMatchObject({
      status: 'subscribed',
      message: 'msg_ask',
      double_opt_in: {
        requested_at: start,
        confirmed_at: start + 60 * minute,
        message: 'msg_ask',
      },
    });
    expect(diary.draft.orders.at(-1)).toMatchObject({ event: 'Consent Confirmed' });
  });

  it('is not confirmed by the link in a mail to an address of before', () => {
    const diary = filled().event('Moved', { traits: { email: 'new@example.com' } });
    expect(statusOf(confirm(diary, address))).toBe('pending_confirmation');
    expect(diary.transitions.at(-1)).toMatchObject({ kind: 'not_confirmed' });
    expect(diary.transitions.at(-1)).toMatchObject({ because: 'it was sent to another address' });
  });

  it('is confirmed by the address that was asked, and by no other of the person', () => {
    const diary = filled().event('Moved', { traits: { email: 'new@example.com' } });
    expect(statusOf(confirm(diary, 'new@example.com'))).toBe('pending_confirmation');
    expect(diary.transitions.at(-1)).toMatchObject({ because: 'another address was asked' });
    diary.event('Lead Captured', { ...sara, traits: { email: 'new@example.com' } });
    expect(statusOf(confirm(diary, 'new@example.com', 'msg_2'))).toBe('subscribed');
  });

  it('that was refused meanwhile is not confirmed any more', () => {
    expect(statusOf(confirm(filled().unsubscribe(), address))).toBe('unsubscribed');
  });

  it('asks nobody who has confirmed before', () => {
    const diary = confirm(filled(), address).pass('2 days').event('Lead Captured', sara);
    expect(statusOf(diary)).toBe('subscribed');
    expect(asked(diary)).toHaveLength(1);
  });

  it('ends no refusal before it is confirmed', () => {
    const diary = open()
      .event('Seen', sara)
      .unsubscribe()
      .pass('1 hour')
      .event('Lead Captured', sara);
    const { contact } = diary.draft;
    expect(contact.consent?.status).toBe('pending_confirmation');
    expect(gate(contact, 'marketing', 'soft_opt_in')).toBe('unsubscribed');
    expect(gate(confirm(diary, address).draft.contact, 'marketing', 'consent')).toBeUndefined();
  });

  it('takes nothing away that was allowed before', () => {
    expect(gate(filled().draft.contact, 'marketing', 'soft_opt_in')).toBeUndefined();
  });

  it('may be about topics alone', () => {
    const consent = { ...sara.consent, topics: ['offers'] };
    const diary = open().event('Lead Captured', { ...sara, consent });
    expect(diary.draft.contact.topics?.offers?.status).toBe('pending_confirmation');
    expect(asked(diary)[0]).toMatchObject({ properties: { topics: ['offers'] } });
    expect(confirm(diary, address).draft.contact.topics?.offers?.status).toBe('subscribed');
    expect(diary.draft.contact.consent).toBeUndefined();
  });
});

describe('confirmation', () => {
  it('is asked of a consent by the API where the call says so, and of no other', () => {
    const api = { status: 'subscribed', method: 'api' } as const;
    expect(statusOf(open().event('Seen', { ...sara, consent: api }))).toBe('subscribed');
    const consent = { ...api, double_opt_in: true } as const;
    expect(statusOf(open().event('Seen', { ...sara, consent }))).toBe('pending_confirmation');
  });

  it('is asked for once in five minutes and three times a day, however often a form is sent', () => {
    const diary = open();
    for (let count = 0; count < 200; count += 1) filled(diary).pass('1 minute');
    expect(asked(diary)).toHaveLength(3);
    expect(diary.draft.consents).toHaveLength(3);
    expect(diary.transitions).toContainEqual({
      kind: 'confirmation_not_asked',
      because: 'it was asked minutes ago',
    });
    expect(asked(filled(diary.pass('1 day')))).toHaveLength(4);
  });

  it('is asked for at ten addresses of one person a day at the most', () => {
    const diary = open();
    for (let count = 0; count < 15; count += 1)
      diary.event('Lead Captured', { ...sara, traits: { email: `sara-${count}@example.com` } });
    expect(asked(diary)).toHaveLength(10);
  });

  it('by the person takes back a complaint, and no bounce', () => {
    const complained = confirm(filled().feedback('complaint', address), address);
    expect(gate(complained.draft.contact, 'marketing', 'consent')).toBeUndefined();
    const bounced = confirm(filled().feedback('bounce', address), address);
    expect(gate(bounced.draft.contact, 'marketing', 'consent')).toBe('suppressed');
  });

  it('can be waited for', () => {
    const wait =
      '{ wait: { for: 7 days, until: { condition: { op: consent, status: subscribed } } } }';
    const welcome = campaign(
      `{ trigger: { event: Lead Captured }, steps: [${wait}, { send: welcome }] }`,
    );
    const diary = filled(open(welcome)).pass('1 hour');
    expect(diary.lines.join()).not.toContain('welcome');
    expect(confirm(diary, address).lines).toContain('day 0: email welcome');
  });
});
