// Waits as marketers write them: what is refused in which words, and how each is told back.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { wait } from '../../../workflows/steps/wait.ts';
import { refusalOf } from '../../support/refusal-of.ts';

function faults(step: string): string {
  const input = { name: 'Test', trigger: { event: 'Started' }, steps: [parse(step)] };
  return refusalOf(campaignDocument, input)?.message ?? 'none';
}

const lasting = 'a wait needs "for"';
const ending = 'ends by itself, without "for"';

describe('A wait is refused', () => {
  it.each([
    ['{ wait: {} }', lasting],
    ['{ wait: 3 days }', 'expected object'],
    ['{ wait: { for: 3 dayz } }', 'a duration such as "3 days"'],
    ['{ wait: { until: { event: A } } }', lasting],
    ['{ wait: { until: { condition: { op: is_set, attribute: a } } } }', lasting],
    ['{ wait: { for: 1 day, until: { time: "09:00" } } }', ending],
    ['{ wait: { for: 1 day, until: { business_hours: true } } }', ending],
    ['{ wait: { for: 1 day, until: { date: { attribute: a } } } }', ending],
    ['{ wait: { for: 1 day, until: {} } }', 'what a wait waits for is one of: event, condition'],
    [
      '{ wait: { for: 1 day, until: { condition: { op: is_fine, attribute: a } } } }',
      'wait.until.condition',
    ],
    ['{ wait: { for: 1 day, until: { event: A, where: { op: is_set } } } }', 'wait.until.where'],
    ['{ wait: { until: { time: "9:00" } } }', 'a time of day such as "09:00"'],
    ['{ wait: { until: { time: "09:00", on: [] } } }', 'wait.until.on'],
    ['{ wait: { until: { time: "09:00", on: [Monday] } } }', 'expected one of "monday"'],
    [
      '{ wait: { until: { time: "09:00", zone: UTC } } }',
      '"zone" is unknown here; allowed: time, on',
    ],
    ['{ wait: { until: { business_hours: false } } }', 'expected true'],
    [
      '{ wait: { until: { date: { attribute: a, offset: soon } } } }',
      'an offset such as "-3 days"',
    ],
    ['{ wait: { until: { date: { attribute: a, offset: 121 months } } } }', 'at most ten years'],
    [
      '{ wait: { until: { date: { attribute: a, offset: 2 hours, at: "09:00" } } } }',
      '"at" goes with',
    ],
    [
      '{ wait: { until: { date: { attribute: a, property: b } } } }',
      'two at once: attribute and property',
    ],
    ['{ wait: { for: 1 day }, onTimeout: [{ send: a }] }', 'onTimeout needs wait.until an event'],
    ['{ wait: { for: 1 day }, onMissing: [{ send: a }] }', 'onMissing needs wait.until a date'],
    [
      '{ wait: { until: { time: "09:00" } }, onPast: [{ send: a }] }',
      'onPast needs wait.until a date',
    ],
  ])('%s', (step, words) => {
    expect(faults(step)).toContain(words);
  });
});

describe('A wait is told in a sentence', () => {
  it.each([
    ['{ wait: { for: 3 days } }', 'Wait 3 days'],
    [
      '{ wait: { for: 3 days, until: { event: Report Created } } }',
      'Wait until "Report Created" happens, for at most 3 days',
    ],
    [
      '{ wait: { for: 3 days, until: { event: Paid, where: { property: total, op: gte, value: 9 } } } }',
      'Wait until "Paid" happens and total is at least 9, for at most 3 days',
    ],
    [
      '{ wait: { for: 7 days, until: { condition: { attribute: plan, op: is_set } } } }',
      'Wait until plan is known, for at most 7 days',
    ],
    ['{ wait: { until: { time: "09:00" } } }', 'Wait until 09:00 where the contact lives'],
    [
      '{ wait: { until: { time: "09:00", on: [monday, friday] } } }',
      'Wait until 09:00 on monday or friday where the contact lives',
    ],
    [
      '{ wait: { until: { business_hours: true } } }',
      'Wait for business hours where the contact lives',
    ],
    [
      '{ wait: { until: { date: { attribute: trial_ends_at, offset: -3 days, at: "09:00" } } } }',
      'Wait until 09:00, 3 days before trial_ends_at where the contact lives',
    ],
    [
      '{ wait: { until: { date: { attribute: trial_ends_at, offset: -1 } } } }',
      'Wait until 1 day before trial_ends_at where the contact lives',
    ],
    [
      '{ wait: { until: { date: { property: starts_at, offset: 2 hours } } } }',
      'Wait until 2 hours after starts_at where the contact lives',
    ],
    [
      '{ wait: { until: { date: { property: starts_at } } } }',
      'Wait until starts_at where the contact lives',
    ],
  ])('%s', (step, sentence) => {
    expect(faults(step)).toBe('none');
    expect(wait.sentence?.(wait.schema.parse(parse(step)))).toBe(sentence);
  });
});

describe('A wait reads of its trigger', () => {
  it.each([
    ['{ wait: { until: { date: { property: visit.starts_at } } } }', ['visit.starts_at', 'visit']],
    ['{ wait: { until: { date: { attribute: trial_ends_at } } } }', []],
    ['{ wait: { for: 1 day, until: { condition: { property: a, op: is_set } } } }', ['a']],
    ['{ wait: { for: 1 day, until: { event: A, where: { property: b, op: is_set } } } }', []],
  ])('%s: %j', (step, names) => {
    expect(wait.reads?.(wait.schema.parse(parse(step)))).toEqual(names);
  });
});
