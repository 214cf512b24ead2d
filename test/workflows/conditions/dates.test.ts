// Dates: against fixed ones, against now, and days that come back every year. Now is 2026-06-15 12:00 UTC unless said.
import { describe, expect, it } from 'vitest';
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import type { Json } from '../../../workflows/model/event.ts';
import { now, subjectOf } from './subject.ts';

const ask = (actual: Json, rule: object, given: Parameters<typeof subjectOf>[0] = {}) =>
  evaluate(
    condition.parse({ attribute: 'date', ...rule }),
    subjectOf({ traits: { date: actual }, ...given }),
  );

const at = (text: string) => Date.parse(text);
const iso = (instant: number | undefined) =>
  instant === undefined ? 'never' : new Date(instant).toISOString().slice(0, 16);

describe('against a fixed date', () => {
  it.each([
    ['2026-05-01', { op: 'before', value: '2026-05-02' }, true],
    ['2026-05-02', { op: 'before', value: '2026-05-02' }, false],
    ['2026-05-01T23:59:59.999Z', { op: 'before', value: '2026-05-02' }, true],
    // A day is over when the next one begins.
    ['2026-05-02T23:00:00Z', { op: 'after', value: '2026-05-02' }, false],
    ['2026-05-03', { op: 'after', value: '2026-05-02' }, true],
    ['2026-05-02T18:00:00.001Z', { op: 'after', value: '2026-05-02T18:00:00Z' }, true],
    ['2026-05-02T20:00:00+02:00', { op: 'after', value: '2026-05-02T18:00:00Z' }, false],
    ['2026-05-31T22:00:00Z', { op: 'between_dates', from: '2026-05-01', to: '2026-05-31' }, true],
    ['2026-06-01', { op: 'between_dates', from: '2026-05-01', to: '2026-05-31' }, false],
    ['2026-04-30', { op: 'between_dates', from: '2026-05-01', to: '2026-05-31' }, false],
    // Seconds, milliseconds, both as text, and Persian digits.
    [1_777_593_600, { op: 'equals', value: 1_777_593_600 }, true],
    [1_777_593_600, { op: 'between_dates', from: '2026-05-01', to: '2026-05-01' }, true],
    [1_777_593_600_000, { op: 'between_dates', from: '2026-05-01', to: '2026-05-01' }, true],
    ['1777593600', { op: 'between_dates', from: '2026-05-01', to: '2026-05-01' }, true],
    ['۲۰۲۶-۰۵-۰۱', { op: 'between_dates', from: '2026-05-01', to: '2026-05-01' }, true],
    ['soon', { op: 'before', value: '2026-05-02' }, false],
    ['2026-02-30', { op: 'after', value: '2020-01-01' }, false],
    [true, { op: 'after', value: '2020-01-01' }, false],
    [Number.MAX_VALUE, { op: 'after', value: '2020-01-01' }, false],
  ])('%j %j: %s', (actual, rule, held) => {
    expect(ask(actual, rule).held).toBe(held);
  });

  it('days are those of the contact, and of a list one date is enough', () => {
    const rule = { op: 'before', value: '2026-05-02' };
    const late = '2026-05-01T23:00:00Z';
    expect(ask(late, rule, { zone: 'UTC' }).held).toBe(true);
    expect(ask(late, rule, { zone: 'Asia/Tehran' }).held).toBe(false);
    const trips = { date: [{ day: '2026-09-01' }, { day: '2026-04-01' }] };
    const asked = condition.parse({ attribute: 'date.day', ...rule });
    expect(evaluate(asked, subjectOf({ traits: trips })).held).toBe(true);
  });
});

describe('against now, spans roll: a day is exactly 24 hours', () => {
  it.each([
    ['2026-06-14T12:00:00.001Z', { op: 'in_the_last', value: '1 day' }, true, '2026-06-15T12:00'],
    ['2026-06-14T12:00:00Z', { op: 'in_the_last', value: '1 day' }, false, 'never'],
    ['2026-06-15T13:00:00Z', { op: 'in_the_last', value: '1 day' }, false, '2026-06-15T13:00'],
    ['2026-06-14T12:00:00Z', { op: 'more_than_ago', value: '1 day' }, true, 'never'],
    ['2026-06-14T13:00:00Z', { op: 'more_than_ago', value: '1 day' }, false, '2026-06-15T13:00'],
    ['2026-06-15T12:00:00Z', { op: 'in_the_next', value: '2 weeks' }, false, 'never'],
    ['2026-06-20T12:00:00Z', { op: 'in_the_next', value: '2 weeks' }, true, '2026-06-20T12:00'],
    ['2026-07-20T12:00:00Z', { op: 'in_the_next', value: '2 weeks' }, false, '2026-07-06T12:00'],
    ['2026-05-16T12:00:00Z', { op: 'in_the_last', value: '1 month' }, false, 'never'],
    ['2026-05-16T13:00:00Z', { op: 'in_the_last', value: '1 month' }, true, '2026-06-15T13:00'],
    [
      '2026-06-14T00:00:00Z',
      { op: 'between_ago', from: 'P1D', to: 'P3D' },
      true,
      '2026-06-17T00:00',
    ],
    [
      '2026-06-15T00:00:00Z',
      { op: 'between_ago', from: 'P1D', to: 'P3D' },
      false,
      '2026-06-16T00:00',
    ],
    ['soon', { op: 'in_the_last', value: '1 day' }, false, 'never'],
  ])('%j %j: %s until %s', (actual, rule, held, until) => {
    const answer = ask(actual, rule);
    expect([answer.held, iso(answer.until)]).toEqual([held, until]);
  });

  it('also when clocks change', () => {
    // 2026-03-29 has 23 hours in Warsaw.
    const rule = { op: 'in_the_last', value: '1 day' };
    const given = { zone: 'Europe/Warsaw', now: at('2026-03-29T10:00:00Z') };
    expect(iso(ask('2026-03-28T12:00:00+01:00', rule, given).until)).toBe('2026-03-29T11:00');
    // A day alone begins with the contact's midnight.
    expect(iso(ask('2026-03-29', rule, given).until)).toBe('2026-03-29T23:00');
  });

  it('nobody looks ahead for more than ten years', () => {
    const { until } = ask('9000-01-01', { op: 'in_the_next', value: '1 day' });
    expect(until).toBe(now + 3_660 * 86_400_000);
  });
});

const today = { op: 'anniversary_today' };
const month = { op: 'anniversary_month' };
const week = { op: 'anniversary_in_next', value: '7 days' };

describe('an anniversary', () => {
  it.each([
    ['1990-06-15', today, '2026-06-15T12:00Z', true, '2026-06-16T00:00'],
    ['1990-06-16', today, '2026-06-15T12:00Z', false, '2026-06-16T00:00'],
    ['1990-06-14', today, '2026-06-15T12:00Z', false, '2027-06-14T00:00'],
    // The day itself is none.
    ['2026-06-15', today, '2026-06-15T12:00Z', false, '2027-06-15T00:00'],
    ['2030-06-15', today, '2026-06-15T12:00Z', false, '2031-06-15T00:00'],
    // 29 February: the 28th in common years.
    ['1988-02-29', today, '2027-02-28T12:00Z', true, '2027-03-01T00:00'],
    ['1988-02-29', today, '2028-02-28T12:00Z', false, '2028-02-29T00:00'],
    ['1988-02-29', today, '2028-02-29T12:00Z', true, '2028-03-01T00:00'],
    ['--02-29', today, '2027-02-28T12:00Z', true, '2027-03-01T00:00'],
    ['06/15', today, '2026-06-15T12:00Z', true, '2026-06-16T00:00'],
    ['02-30', today, '2026-06-15T12:00Z', false, 'never'],
    ['1990-06-30', month, '2026-06-01T00:00Z', true, '2026-07-01T00:00'],
    ['1990-06-01', month, '2026-06-30T23:00Z', true, '2026-07-01T00:00'],
    ['1990-07-31', month, '2026-06-15T12:00Z', false, '2026-07-01T00:00'],
    ['1990-05-31', month, '2026-06-15T12:00Z', false, '2027-05-01T00:00'],
    // Today and the seven days that follow.
    ['1990-06-15', week, '2026-06-15T12:00Z', true, '2026-06-16T00:00'],
    ['1990-06-22', week, '2026-06-15T12:00Z', true, '2026-06-23T00:00'],
    ['1990-06-23', week, '2026-06-15T12:00Z', false, '2026-06-16T00:00'],
    ['1990-01-03', week, '2026-12-29T12:00Z', true, '2027-01-04T00:00'],
    ['soon', week, '2026-12-29T12:00Z', false, 'never'],
  ])('of %s %j at %s: %s until %s', (actual, rule, moment, ...wished) => {
    const { held, until } = ask(actual, rule, { now: at(moment) });
    expect([held, iso(until)]).toEqual(wished);
  });

  it('is on the days of the contact', () => {
    const given = { zone: 'Asia/Tehran', now: at('2026-06-14T21:00Z') };
    const answer = ask('1990-06-15', today, given);
    expect([answer.held, iso(answer.until)]).toEqual([true, '2026-06-15T20:30']);
    expect(ask('1990-06-15', today, { ...given, zone: 'UTC' }).held).toBe(false);
  });

  it('begins with the day, also where clocks skip midnight', () => {
    // Beirut's clocks went from 00:00 to 01:00 on 2027-03-28.
    const given = { zone: 'Asia/Beirut', now: at('2027-03-27T12:00Z') };
    expect(iso(ask('1990-03-28', today, given).until)).toBe('2027-03-27T22:00');
  });
});
