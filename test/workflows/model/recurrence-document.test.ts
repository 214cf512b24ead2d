// Schedules as marketers write them, and as they are told back.
import { describe, expect, it } from 'vitest';
import { type Schedule, schedule, scheduleSentence } from '../../../workflows/model/recurrence.ts';

const warsaw = 'Europe/Warsaw';

describe('A schedule is told in a sentence', () => {
  it.each<[Schedule, string]>([
    [{ at: '2026-12-01T09:00' }, 'Once, on 2026-12-01 at 09:00 (Europe/Warsaw)'],
    [
      { at: '2026-12-01T09:00', local: true },
      "Once, on 2026-12-01 at 09:00 in everybody's own time zone",
    ],
    [{ every: 'day', at: '09:00', zone: 'UTC' }, 'Every day at 09:00 (UTC)'],
    [
      {
        every: 'week',
        on: ['monday', 'friday'],
        at: '09:00',
        from: '2026-01-05',
        until: '2026-02-01',
      },
      'Every monday and friday at 09:00 (Europe/Warsaw), from 2026-01-05, until 2026-02-01',
    ],
    [
      { every: 'month', on: [1, 15], at: '09:00' },
      'On day 1 and 15 of every month at 09:00 (Europe/Warsaw)',
    ],
    [
      { every: 'month', on: [31], at: '09:00' },
      'On day 31 of every month, or on the last day of a shorter one, at 09:00 (Europe/Warsaw)',
    ],
  ])('%j', (one, sentence) => {
    expect(scheduleSentence(schedule.parse(one), warsaw)).toBe(sentence);
  });
});

describe('No schedule is', () => {
  it.each([
    {},
    { at: '2026-02-30T09:00' },
    { at: '2026-12-01T09:00Z' },
    { at: '2026-12-01 09:00' },
    { at: '2026-12-01T9:00' },
    { at: '2026-12-01T09:00', zone: 'Mars/Phobos' },
    { at: '2026-12-01T09:00', zone: 'UTC', local: true },
    { at: '2026-12-01T09:00', every: 'day' },
    { every: 'year', at: '09:00' },
    { every: 'day', at: '09:00', on: ['monday'] },
    { every: 'week', at: '09:00' },
    { every: 'week', on: [], at: '09:00' },
    { every: 'month', on: [0], at: '09:00' },
    { every: 'month', on: [32], at: '09:00' },
    { every: 'month', on: ['monday'], at: '09:00' },
    { every: 'day', at: '09:00', from: '2026-02-02', until: '2026-02-01' },
  ])('%j', (one) => {
    expect(schedule.safeParse(one).success).toBe(false);
  });
});
