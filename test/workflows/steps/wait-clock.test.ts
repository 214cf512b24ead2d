// Waiting for the clocks where a contact lives: a time of day, days of the week, business hours.
import { expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, openDiaryIn, sara, start } from '../../support/diary.ts';
import { onEveryHost, utc } from '../../support/host-zones.ts';

const minute = 60_000;
const iran = {
  zone: 'Asia/Tehran',
  weekend: [4, 5],
  businessHours: { from: '08:00', to: '16:30' },
};

/** Sara in a zone, or in none that is known; `start` is Monday the 5th of January 2026, 09:00 UTC. */
const from = (timezone?: string) => ({
  ...sara,
  traits: { ...sara.traits, ...(timezone === undefined ? {} : { timezone }) },
});
const waitThenSend = (until: string) => campaign(`[{ wait: { until: ${until} } }, { send: news }]`);
const untilNine = waitThenSend('{ time: "09:00" }');

const waitsUntil = (diary: ReturnType<typeof openDiary>) =>
  utc(diary.draft.contact.enrollments[0]?.until);

onEveryHost('A wait until nine', () => {
  it.each([
    ['Europe/Warsaw', '2026-01-06T08:00Z'],
    ['America/New_York', '2026-01-05T14:00Z'],
    ['Asia/Tehran', '2026-01-06T05:30Z'],
    ['Mars/Phobos', '2026-01-05T09:00Z'],
    [undefined, '2026-01-05T09:00Z'],
  ])('of somebody in %s ends when it is nine there', (zone, instant) => {
    expect(waitsUntil(openDiary(untilNine).event('Started', from(zone)))).toBe(instant);
  });

  it("is the workspace's nine for somebody whose zone nobody knows, and says so", () => {
    const diary = openDiaryIn({ workspace: iran }, untilNine).event('Started', from('Mars/Phobos'));
    expect(waitsUntil(diary)).toBe('2026-01-06T05:30Z');
    expect(diary.pass('1 day').transitions).toContainEqual(
      expect.objectContaining({
        kind: 'resumed',
        because: 'it is 09:00 (unknown time zone "Mars/Phobos", Asia/Tehran instead)',
      }),
    );
  });

  it('ends a day later when the wait before it has just ended at nine', () => {
    const twice = campaign(`
      - wait: { until: { time: "09:00" } }
      - send: first
      - wait: { until: { time: "09:00" } }
      - send: second
    `);
    const diary = openDiary(twice).event('Started', from('Europe/Warsaw')).pass('4 days');
    expect(diary.lines).toEqual(['day 0: email first', 'day 1: email second', 'day 1: completed']);
  });

  it('ends at once, a little late, when its time has come meanwhile', () => {
    const event = { ...from('UTC'), timestamp: start - minute };
    const diary = openDiary(untilNine).pass('10 minutes').event('Started', event).pass('1 second');
    expect(diary.lines).toContain('day 0: email news');
  });

  it('ends the next day when its time was missed by hours', () => {
    const event = { ...from('UTC'), timestamp: start - minute };
    const diary = openDiary(untilNine).pass('5 hours').event('Started', event);
    expect(waitsUntil(diary)).toBe('2026-01-06T09:00Z');
  });

  it('ends a little late when the work is, and the next day when it is very late', () => {
    const began = () => openDiary(untilNine).event('Started', from('Europe/Warsaw'));
    const little = began().sleep('23 hours').sleep('30 minutes').pass('1 second');
    expect(little.lines).toContain('day 0: email news');
    expect(waitsUntil(began().sleep('30 hours').pass('1 second'))).toBe('2026-01-07T08:00Z');
  });

  it('moves with a person who moves', () => {
    const diary = openDiary(untilNine).event('Started', from('Europe/Warsaw'));
    diary.edit({ set: { timezone: 'America/New_York' } });
    expect(waitsUntil(diary)).toBe('2026-01-05T14:00Z');
    expect(diary.edit({ set: { plan: 'pro' } }).pass('5 hours').lines).toContain(
      'day 0: email news',
    );
  });

  it('moves to the next day when it is past where the person has moved', () => {
    const diary = openDiary(untilNine).pass('6 hours').event('Started', from('Asia/Kathmandu'));
    expect(waitsUntil(diary)).toBe('2026-01-06T03:15Z');
    diary.pass('12 hours').edit({ set: { timezone: 'Asia/Tokyo' } });
    expect(waitsUntil(diary)).toBe('2026-01-07T00:00Z');
  });
});

onEveryHost('A wait until nine on some days', () => {
  const untilThursday = waitThenSend('{ time: "09:00", on: [thursday, monday] }');

  it('ends on the first of them', () => {
    const diary = openDiary(untilThursday).event('Started', from('Europe/Warsaw'));
    expect(waitsUntil(diary)).toBe('2026-01-08T08:00Z');
    expect(diary.pass('3 days').transitions).toContainEqual(
      expect.objectContaining({
        kind: 'resumed',
        because: 'it is 09:00 on thursday or monday (Europe/Warsaw)',
      }),
    );
  });

  it('keeps its time over the change of the clocks', () => {
    const untilMonday = waitThenSend('{ time: "09:00", on: [monday] }');
    const toMarch = openDiary(untilMonday).pass('82 days').event('Started', from('Europe/Warsaw'));
    expect(waitsUntil(toMarch)).toBe('2026-03-30T07:00Z');
  });
});

onEveryHost('A wait for business hours', () => {
  const untilOpen = waitThenSend('{ business_hours: true }');

  it('is none within them', () => {
    const diary = openDiary(untilOpen).event('Started', from('Europe/Warsaw'));
    expect(diary.lines).toContain('day 0: email news');
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'branched',
        because: 'within business hours 09:00–17:00 (Europe/Warsaw)',
      }),
    );
  });

  it('passes over a weekend on Thursday and Friday', () => {
    const diary = openDiaryIn({ workspace: iran }, untilOpen).pass('60 hours');
    expect(waitsUntil(diary.event('Started', from()))).toBe('2026-01-10T04:30Z');
  });

  it('is told anew when the person moves to where they have begun', () => {
    const diary = openDiary(untilOpen).event('Started', from('America/New_York'));
    expect(waitsUntil(diary)).toBe('2026-01-05T14:00Z');
    expect(diary.edit({ set: { timezone: 'Europe/Warsaw' } }).lines).toContain('day 0: email news');
  });

  it('goes on waiting when its alarm comes too late for them', () => {
    const diary = openDiary(untilOpen).event('Started', from('America/New_York'));
    expect(waitsUntil(diary)).toBe('2026-01-05T14:00Z');
    expect(waitsUntil(diary.sleep('14 hours').pass('1 second'))).toBe('2026-01-06T14:00Z');
  });
});
