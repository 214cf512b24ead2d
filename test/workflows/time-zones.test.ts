// The time cases of the shared list: each expectation is computed by our code, and compared with the words of the list.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instantOf, localTime } from '../../workflows/model/calendar.ts';
import { isBusinessDay } from '../../workflows/model/calendar-business.ts';
import { findZone } from '../../workflows/model/calendar-zone.ts';
import { nextRun, type Schedule } from '../../workflows/model/recurrence.ts';
import { nextAllowed } from '../../workflows/model/sending-window.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import { recordings } from '../support/fixtures.ts';
import { at, onEveryHost, utc } from '../support/host-zones.ts';

interface Case {
  readonly id: string;
  readonly area: string;
  readonly input: string;
  readonly expect: string;
}

const file = join(recordings, 'i18n-cases.json');
const haveCases = existsSync(file);
if (!haveCases)
  console.warn(`\n!!! No ${file}: the time cases are SKIPPED.\n!!! Set PERENNIAL_FIXTURES.\n`);

const cases = (haveCases ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : []).filter(
  ({ area }) => area === 'time',
);

const warsaw = 'Europe/Warsaw';
const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);
const hoursFromUtc = (instant: number, zone: string) =>
  instantOf('2026-07-01', localTime(instant, zone), 'UTC') -
  instantOf('2026-07-01', clock(instant), 'UTC');

/** All runs of a schedule on a day of Warsaw and the one after. */
function runsFrom(schedule: Schedule, after: string, count: number): number[] {
  const runs: number[] = [];
  for (let last = at(after); runs.length < count; last = runs.at(-1) ?? last) {
    const run = nextRun(schedule, last, warsaw);
    if (run === undefined) break;
    runs.push(run);
  }
  return runs;
}

/** What our code answers to each case; every text is to be found in what the list expects. */
const answers: Readonly<Record<string, () => readonly string[]>> = {
  'tz-1': () => {
    const runs = runsFrom({ every: 'day', at: '09:00' }, '2026-03-26T12:00Z', 4);
    return [runs.map((run) => `${clock(run)}Z`).join(',')];
  },
  'tz-2': () => {
    const [run = 0, next = 0] = runsFrom({ every: 'day', at: '02:30' }, '2026-03-28T12:00Z', 2);
    expect(utc(next)).toBe('2026-03-30T00:30Z');
    return [`${localTime(run, warsaw)}+0${hoursFromUtc(run, warsaw) / 3_600_000}:00`, 'once'];
  },
  'tz-3': () => {
    const [run = 0, next = 0] = runsFrom({ every: 'day', at: '02:30' }, '2026-10-24T12:00Z', 2);
    expect(utc(next)).toBe('2026-10-26T01:30Z');
    return [`${localTime(run, warsaw)}+0${hoursFromUtc(run, warsaw) / 3_600_000}:00`, 'once'];
  },
  'tz-4': () => {
    const tehran = 'Asia/Tehran';
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15, 6));
    const offsets = new Set(months.map((month) => hoursFromUtc(month, tehran) / 60_000));
    expect([...offsets]).toEqual([210]);
    const skipped = localTime(instantOf('2022-03-22', '00:30', tehran), tehran);
    expect(skipped).toBe('01:30');
    return ['+03:30', '2022-03-22T00:30 is a gap'];
  },
  'tz-5': () => {
    const lost = findZone({ timezone: 'Mars/Phobos' }, warsaw);
    expect(lost).toEqual({ zone: warsaw, because: expect.stringContaining('Mars/Phobos') });
    expect(findZone({}, warsaw)).toEqual({ zone: warsaw });
    return ['fall back to workspace zone'];
  },
  'tz-6': () => {
    const night = { quietHours: { from: '22:00', to: '06:00' } };
    const asked = instantOf('2026-07-01', '05:30', warsaw);
    const { at: allowed = 0 } = nextAllowed(night, asked, warsaw) ?? {};
    return [`held until ${localTime(allowed, warsaw)} local`];
  },
  'tz-7': () => {
    const friday = '2026-01-09';
    expect(isBusinessDay(friday, { ...defaultWorkspace, weekend: [5] })).toBe(false);
    expect(isBusinessDay(friday, { ...defaultWorkspace, weekend: [4, 5] })).toBe(false);
    expect(isBusinessDay('2026-01-10', { ...defaultWorkspace, weekend: [4, 5] })).toBe(true);
    return ['weekend from settings'];
  },
};

describe.skipIf(!haveCases)('The list of time cases', () => {
  it('is the one that is answered here', () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(answers));
  });
});

onEveryHost('A time case', () => {
  it.skipIf(!haveCases).each(cases)('$id: $input', ({ id, expect: expected }) => {
    for (const answer of answers[id]?.() ?? []) expect(expected).toContain(answer);
  });
});
