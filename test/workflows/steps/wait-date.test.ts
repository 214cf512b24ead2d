// Waiting until a date of the contact or of the event: before it, after it, when it moves, when it is missing or past.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';
import { onEveryHost, utc } from '../../support/host-zones.ts';

const reminding = (date: string) =>
  campaign(`
    - wait: { until: { date: ${date} } }
      onMissing: [{ send: ask-for-it }]
      onPast: [{ send: too-late }]
    - send: reminder
  `);

const trial = reminding('{ attribute: trial_ends_at, offset: -3 days, at: "09:00" }');
/** `start` is Monday the 5th of January 2026, 09:00 UTC. */
const from = (traits: object) => ({ ...sara, traits: { ...sara.traits, ...traits } });
const warsaw = { timezone: 'Europe/Warsaw' };

const waitsUntil = (diary: ReturnType<typeof openDiary>) =>
  utc(diary.draft.contact.enrollments[0]?.until);

onEveryHost('A wait until three days before a date, at nine', () => {
  it.each([
    ['2026-03-31', 'Europe/Warsaw', '2026-03-28T08:00Z'],
    ['2026-04-01', 'Europe/Warsaw', '2026-03-29T07:00Z'],
    ['2026-04-01T22:30:00Z', 'Europe/Warsaw', '2026-03-30T07:00Z'],
    ['2026-04-01T22:30:00Z', 'America/New_York', '2026-03-29T13:00Z'],
    [1_775_082_600, 'Asia/Tehran', '2026-03-30T05:30Z'],
    ['2026-04-01T00:00:00.000Z', 'America/New_York', '2026-03-29T13:00Z'],
  ])('%s in %s ends at %s', (trial_ends_at, timezone, instant) => {
    const diary = openDiary(trial).event('Started', from({ trial_ends_at, timezone }));
    expect(waitsUntil(diary)).toBe(instant);
  });

  it('goes on then, and says what has come', () => {
    const diary = openDiary(trial).event(
      'Started',
      from({ trial_ends_at: '2026-01-10', ...warsaw }),
    );
    expect(diary.pass('5 days').lines).toEqual(['day 1: email reminder', 'day 1: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'resumed',
        because: 'it is 09:00, 3 days before trial_ends_at (Europe/Warsaw)',
      }),
    );
  });
});

describe('A date that moves', () => {
  const began = () =>
    openDiary(trial).event('Started', from({ trial_ends_at: '2026-02-10', ...warsaw }));

  it('takes the wait with it', () => {
    const diary = began().edit({ set: { trial_ends_at: '2026-02-20' } });
    expect(waitsUntil(diary)).toBe('2026-02-17T08:00Z');
    expect(diary.pass('40 days').lines).not.toContain('day 33: email reminder');
    expect(diary.pass('3 days').lines).toContain('day 42: email reminder');
  });

  it('into the past takes its path', () => {
    const diary = began().edit({ set: { trial_ends_at: '2026-01-01' } });
    expect(diary.lines.slice(-3)).toEqual([
      'day 0: email too-late',
      'day 0: email reminder',
      'day 0: completed',
    ]);
  });

  it('away takes its path', () => {
    expect(began().edit({ unset: ['trial_ends_at'] }).lines).toContain('day 0: email ask-for-it');
  });

  it('after its moment came is too late, though the alarm is late too', () => {
    const diary = began()
      .sleep('33 days')
      .edit({ set: { trial_ends_at: '2026-03-10' } });
    expect(diary.pass('1 second').lines).toContain('day 33: email reminder');
  });

  it('that stays where it is changes nothing', () => {
    const diary = began();
    const waits = () => diary.transitions.filter(({ kind }) => kind === 'waiting').length;
    expect(waits()).toBe(1);
    expect(waitsUntil(diary.edit({ set: { plan: 'pro' } }))).toBe('2026-02-07T08:00Z');
    expect(waits()).toBe(1);
  });
});

describe('A date that is', () => {
  it.each([
    ['missing', {}, 'trial_ends_at is not known'],
    ['empty', { trial_ends_at: null }, 'trial_ends_at is not known'],
    ['none', { trial_ends_at: 'soon' }, 'trial_ends_at is no date: "soon"'],
    ['too far', { trial_ends_at: '2040-01-01' }, 'trial_ends_at is more than ten years away'],
  ])('%s takes onMissing at once, and says so', (_, traits, because) => {
    const diary = openDiary(trial).event('Started', from(traits));
    expect(diary.lines).toContain('day 0: email ask-for-it');
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'branched', path: 'onMissing', because }),
    );
  });

  it('past takes onPast at once, and says so', () => {
    const diary = openDiary(trial).event(
      'Started',
      from({ trial_ends_at: '2026-01-07', ...warsaw }),
    );
    expect(diary.lines).toContain('day 0: email too-late');
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        path: 'onPast',
        because:
          '09:00, 3 days before trial_ends_at is past: it was 2026-01-04 09:00 (Europe/Warsaw)',
      }),
    );
  });

  it('passed while nothing worked takes onPast when it is done', () => {
    const began = () =>
      openDiary(trial).event('Started', from({ trial_ends_at: '2026-01-10', ...warsaw }));
    expect(began().sleep('3 days').pass('1 second').lines).toContain('day 3: email too-late');
    const little = began().sleep('2 days').pass('1 second');
    expect(little.lines).toEqual(['day 2: email reminder', 'day 2: completed']);
  });

  it('past by minutes is past as well', () => {
    const visit = reminding('{ property: starts_at }');
    const properties = { starts_at: '2026-01-05T08:30:00Z' };
    const diary = openDiary(visit).event('Started', { ...sara, properties });
    expect(diary.lines).toContain('day 0: email too-late');
  });

  it('missing goes straight on when there is no path for it', () => {
    const bare = campaign('[{ wait: { until: { date: { attribute: due } } } }, { send: a }]');
    const diary = openDiary(bare).event('Started', sara);
    expect(diary.lines.slice(-2)).toEqual(['day 0: email a', 'day 0: completed']);
  });
});

describe('A wait until a date of the event', () => {
  const visit = reminding('{ property: visit.starts_at, offset: -2 hours }');

  it('counts from its own time', () => {
    const properties = { visit: { starts_at: '2026-01-06T15:00:00+01:00' } };
    const diary = openDiary(visit).event('Started', { ...sara, properties });
    expect(waitsUntil(diary)).toBe('2026-01-06T12:00Z');
  });
});
