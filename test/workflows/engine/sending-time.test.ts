// When a message goes: quiet hours, windows; and exits at its turn. Held messages are asked everything
// anew when their time comes.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, openDiaryIn, sara } from '../../support/diary.ts';

const nights = { workspace: { quietHours: { from: '21:00', to: '08:00' } } };

const late = (rest = '', kinds = {}) =>
  campaign(`{ steps: [{ wait: { for: 14 hours } }, { send: hello }] ${rest && `, ${rest}`} }`, {
    kinds,
  });

const mail = ({ lines }: { lines: readonly string[] }) =>
  lines.filter((line) => /email|withheld|held/.test(line));

describe('quiet hours', () => {
  it('hold what falls due in them until they end, in the zone of the contact', () => {
    const diary = openDiaryIn(nights, late()).event('Started', sara).pass('3 days');
    expect(mail(diary)).toEqual(['day 0: held hello until 2026-01-06T08:00', 'day 0: email hello']);
    const inTehran = { ...sara, traits: { ...sara.traits, timezone: 'Asia/Tehran' } };
    expect(mail(openDiaryIn(nights, late()).event('Started', inTehran).pass('3 days'))).toEqual([
      'day 0: held hello until 2026-01-06T04:30',
      'day 0: email hello',
    ]);
  });

  it('say why they hold', () => {
    const { transitions } = openDiaryIn(nights, late()).event('Started', sara).pass('1 day');
    expect(transitions).toContainEqual(
      expect.objectContaining({ kind: 'held', because: 'quiet hours 21:00–08:00 (UTC)' }),
    );
  });

  it('let pass what everybody must get, and what a campaign sends regardless', () => {
    const must = late('', { hello: 'transactional' });
    for (const one of [must, late('sending: { quietHours: false }')])
      expect(mail(openDiaryIn(nights, one).event('Started', sara).pass('1 day'))).toEqual([
        'day 0: email hello',
      ]);
  });

  it('are asked anew when they end: who leaves meanwhile gets nothing', () => {
    const diary = openDiaryIn(nights, late()).event('Started', sara).pass('15 hours');
    expect(mail(diary.unsubscribe().pass('1 day'))).toEqual([
      'day 0: held hello until 2026-01-06T08:00',
      'day 0: withheld hello (unsubscribed)',
    ]);
  });

  it('are asked anew by the zone of then', () => {
    const diary = openDiaryIn(nights, late()).event('Started', sara).pass('15 hours');
    diary.event('Moved', { traits: { timezone: 'America/New_York' } }).pass('1 day');
    expect(mail(diary)).toEqual([
      'day 0: held hello until 2026-01-06T08:00',
      'day 0: held hello until 2026-01-06T13:00',
      'day 1: email hello',
    ]);
  });

  it('end before an exit that begins to hold, which then wins', () => {
    const exiting = late('exitOn: [{ condition: { attribute: plan, op: equals, value: pro } }]');
    const diary = openDiaryIn(nights, exiting).event('Started', sara).pass('15 hours');
    expect(diary.event('Paid', { traits: { plan: 'pro' } }).pass('1 day').lines).toEqual([
      'day 0: held hello until 2026-01-06T08:00',
      'day 0: exit',
    ]);
  });

  it('move the steps behind them: a wait begins when the message went', () => {
    const two = campaign(
      '[{ wait: { for: 14 hours } }, { send: one }, { wait: { for: 1 day } }, { send: two }]',
    );
    const diary = openDiaryIn(nights, two).event('Started', sara).pass('3 days');
    const [, second] = diary.draft.messages;
    expect(second?.requestedAt).toBe(Date.UTC(2026, 0, 7, 8));
  });
});

describe('an exit that holds already', () => {
  it('lets nobody have even the first message', () => {
    const exiting = campaign(
      '{ exitOn: [{ condition: { attribute: plan, op: equals, value: pro } }], steps: [{ send: hello }] }',
    );
    const pro = { ...sara, traits: { ...sara.traits, plan: 'pro' } };
    expect(openDiary(exiting).event('Started', pro).lines).toEqual(['day 0: exit']);
    const leading = campaign('{ trigger: { event: Seen }, steps: [{ enroll: test }] }', {
      campaign: 'leading',
    });
    const led = openDiary(exiting, leading).event('Seen', pro);
    expect(led.lines.at(-1)).toBe('day 0: exit');
    expect(led.draft.messages).toEqual([]);
  });
});

describe('the window of a campaign', () => {
  const weekdays = 'sending: { window: { on: [saturday], from: "10:00", to: "12:00" } }';

  it('holds until it opens', () => {
    const patient = late(weekdays.replace(' } }', ' }, expires: 9 days }'));
    expect(mail(openDiary(patient).event('Started', sara).pass('9 days'))).toEqual([
      'day 0: held hello until 2026-01-10T10:00',
      'day 5: email hello',
    ]);
  });

  it('gives up at once what would be too old by then, and says when it would have passed', () => {
    const diary = openDiary(late(weekdays)).event('Started', sara).pass('9 days');
    expect(mail(diary)).toEqual(['day 0: withheld hello (quiet_hours_expired)']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        because: 'outside saturday 10:00–12:00 (UTC)',
        passesAt: Date.UTC(2026, 0, 10, 10),
      }),
    );
  });

  it('that quiet hours never leave open says so', () => {
    const closed = { workspace: { quietHours: { from: '00:00', to: '23:00' } } };
    const diary = openDiaryIn(closed, late(weekdays)).event('Started', sara).pass('9 days');
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        reason: 'quiet_hours_expired',
        because: 'quiet hours and the window for sending leave no time at all',
      }),
    );
  });
});
