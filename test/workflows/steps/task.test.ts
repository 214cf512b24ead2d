// A task step: a lead is handed to sales, in words about the person, and due on a day on which people work.
import { describe, expect, it } from 'vitest';
import { defaultWorkspace } from '../../../workflows/model/workspace.ts';
import { type TaskStep, task } from '../../../workflows/steps/task.ts';
import { momentWith, monday } from '../../support/moment.ts';

const hour = 3_600_000;
const day = 24 * hour;
const parse = (given: object) => task.schema.parse({ task: given });
const said = (given: object) => task.schema.safeParse({ task: given }).error?.issues[0]?.message;

function order(given: object, moment = momentWith()) {
  const outcome = task.arrive(parse(given), moment);
  if (outcome.do !== 'act') throw new Error(`It does not act: ${outcome.do}`);
  expect(outcome.orders).toHaveLength(1);
  return outcome.orders?.[0];
}

describe('a task', () => {
  const lead = momentWith({
    contact: { traits: { first_name: 'Sara', company: 'Acme', score: 90 } },
    enrollment: { event: { plan: 'pro', seats: 12 } },
  });

  it('says what is to be done, for whom, by when and why', () => {
    const given = {
      title: 'Call {{ person.first_name }} of {{person.company}}',
      for: 'sales@example.com',
      due: '4 hours',
      note: 'Score {{ person.score }}, wants {{ event.seats }} seats of {{ event.plan }}',
    };
    expect(order(given, lead)).toEqual({
      kind: 'task',
      title: 'Call Sara of Acme',
      assignee: 'sales@example.com',
      due: monday + 4 * hour,
      note: 'Score 90, wants 12 seats of pro',
    });
  });

  it('goes on, and tells the timeline which task it made', () => {
    const outcome = task.arrive(parse({ title: 'Call {{ person.first_name }}' }), lead);
    expect(outcome).toMatchObject({ do: 'act', because: 'a task: Call Sara' });
    expect(outcome).not.toHaveProperty('path');
  });

  it('leaves nothing where nobody knows, and never what every object has', () => {
    expect(
      order({ title: 'Call {{ person.nobody }}{{ person.constructor }}!' }, lead),
    ).toMatchObject({
      title: 'Call !',
    });
  });

  it('carries the properties of the trigger that it names, and no others', () => {
    const step: TaskStep = parse({
      title: '{{ event.plan }}',
      note: '{{ event.seats }} {{ person.plan }}',
    });
    expect(task.reads?.(step)).toEqual(['plan', 'seats']);
  });

  it('shortens what would fill the order', () => {
    const moment = momentWith({ contact: { traits: { bio: 'x'.repeat(9_000) } } });
    expect(order({ title: 'Read {{ person.bio }}' }, moment)).toMatchObject({
      title: `Read ${'x'.repeat(500)}`,
    });
  });
});

describe('a task is due', () => {
  const due = (text: string, given: Parameters<typeof momentWith>[0] = {}) =>
    order({ title: 'Call', due: text }, momentWith(given)) as { due: number };
  const friday = monday + 4 * day;

  it.each([
    ['1 business day', monday, monday + day],
    ['1 business day', friday, friday + 3 * day],
    ['1 business day', friday + day, friday + 3 * day],
    ['5 business days', monday, monday + 7 * day],
    ['6 business days', friday, friday + 10 * day],
    ['1 day', friday, friday + day],
  ])('%s after %d at %d', (text, now, expected) => {
    expect(due(text, { now }).due).toBe(expected);
  });

  it('after a business day when nobody says when', () => {
    expect(order({ title: 'Call' }, momentWith({ now: friday }))).toMatchObject({
      due: friday + 3 * day,
    });
  });

  it('by the weekend and the holidays of the workspace', () => {
    const iran = { ...defaultWorkspace, weekend: [5], holidays: ['2026-01-10'] };
    const thursday = monday + 3 * day;
    expect(due('1 business day', { now: thursday, workspace: iran }).due).toBe(thursday + 3 * day);
  });

  it('at the same time of the workspace’s clock, also when the clocks change', () => {
    const warsaw = { ...defaultWorkspace, zone: 'Europe/Warsaw' };
    const now = Date.UTC(2026, 2, 27, 9);
    expect(due('1 business day', { now, workspace: warsaw }).due).toBe(now + 3 * day - hour);
  });
});

describe('a task is refused', () => {
  it.each([
    ['without a title', { note: 'x' }, /expected string/],
    ['with an empty title', { title: '' }, /Too small/],
    ['with logic in braces', { title: '{{ person.name | upcase }}' }, /in braces stand only names/],
    ['with a name of nothing known', { title: '{{ first_name }}' }, /in braces stand only names/],
    ['with tags', { title: '{% if x %}' }, /in braces stand only names/],
    ['due never', { title: 'x', due: 'soon' }, /"3 business days"/],
    ['due after no business days', { title: 'x', due: '0 business days' }, /"3 business days"/],
    ['with something unknown', { title: 'x', priority: 1 }, /Unrecognized key/],
  ])('%s', (_, given, message) => {
    expect(said(given)).toMatch(message);
  });
});
