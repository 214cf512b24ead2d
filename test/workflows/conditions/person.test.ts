// Rules about what a contact is: memberships, wishes, addresses, regions, random parts, and for how long.
import { describe, expect, it } from 'vitest';
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { recordChange } from '../../../workflows/conditions/record.ts';
import { watchesOf } from '../../../workflows/conditions/watches.ts';
import type { Contact } from '../../../workflows/model/contact.ts';
import { now, subjectOf } from './subject.ts';

const hour = 3_600_000;

function ask(rule: object, contact: Partial<Contact>) {
  const { held, until } = evaluate(condition.parse(rule), subjectOf({ contact }));
  return [held, until === undefined ? undefined : (until - now) / hour];
}

const members = { vip: now - 30 * hour };

describe('membership', () => {
  it.each([
    [{ op: 'in_segment', segment: 'vip' }, { segments: members }, [true, undefined]],
    [{ op: 'in_segment', segment: 'vip' }, { lists: members }, [false, undefined]],
    [{ op: 'in_segment', segment: 'constructor' }, {}, [false, undefined]],
    [{ op: 'not_in_segment', segment: 'vip' }, { segments: members }, [false, undefined]],
    [{ op: 'not_in_segment', segment: 'vip' }, {}, [true, undefined]],
    [{ op: 'in_list', list: 'vip' }, { lists: members }, [true, undefined]],
    [{ op: 'not_in_list', list: 'vip' }, { lists: members }, [false, undefined]],
    [{ op: 'in_list', list: 'vip', joined_within: '2 days' }, { lists: members }, [true, 18]],
    [
      { op: 'in_list', list: 'vip', joined_within: '1 day' },
      { lists: members },
      [false, undefined],
    ],
    [
      { op: 'in_segment', segment: 'vip', joined_within: '2 days' },
      { segments: members },
      [true, 18],
    ],
  ])('%j %j: %j', (rule, contact, wished) => {
    expect(ask(rule, contact)).toEqual(wished);
  });
});

describe('the wish about marketing', () => {
  const yes = { consent: { status: 'subscribed', method: 'form', at: now - 30 * hour } } as const;

  it.each([
    [{ status: 'subscribed' }, yes, [true, undefined]],
    [{ status: 'unsubscribed' }, yes, [false, undefined]],
    [{ status: 'never_subscribed' }, yes, [false, undefined]],
    [{ status: 'never_subscribed' }, {}, [true, undefined]],
    [{ status: 'subscribed' }, {}, [false, undefined]],
    [{ status: 'subscribed', method: 'form' }, yes, [true, undefined]],
    [{ status: 'subscribed', method: 'import' }, yes, [false, undefined]],
    [{ status: 'subscribed', within: '2 days' }, yes, [true, 18]],
    [{ status: 'subscribed', within: '1 day' }, yes, [false, undefined]],
    [{ status: 'subscribed', since: '2026-06-14' }, yes, [true, undefined]],
    [{ status: 'subscribed', since: '2026-06-15' }, yes, [false, undefined]],
  ])('%j %j: %j', (rule, contact, wished) => {
    expect(ask({ op: 'consent', ...rule }, contact)).toEqual(wished);
  });
});

describe('an address that must not be mailed', () => {
  const suppressions = [{ address: 'sara@example.com', reason: 'bounce', at: now } as const];
  const traits = { email: 'Sara@Example.com' };

  it.each([
    [{}, { suppressions, traits }, true],
    [{ reason: 'bounce' }, { suppressions, traits }, true],
    [{ reason: 'complaint' }, { suppressions, traits }, false],
    // One of an address that the contact had before.
    [{}, { suppressions, traits: { email: 'new@example.com' } }, false],
    [{}, { suppressions }, false],
    [{}, { traits }, false],
  ])('%j %j: %s', (rule, contact, held) => {
    expect(ask({ op: 'suppressed', ...rule }, contact)[0]).toBe(held);
  });
});

describe('a region', () => {
  it.each([
    [['eu'], { country: 'PL' }, true],
    [['eu'], { country: 'GB' }, false],
    [['eu', 'GB'], { country: 'gb' }, true],
    [['de'], { address: { country: 'DE' } }, true],
    [['Poland'], { country: 'POLAND' }, true],
    [['eu'], {}, false],
    [['eu'], { country: 7 }, false],
  ])('%j of %j: %s', (regions, traits, held) => {
    expect(ask({ op: 'region', in: regions }, { traits })[0]).toBe(held);
  });
});

describe('a random part of all contacts', () => {
  const part = (from: number, to: number, salt = '') =>
    condition.parse({ op: 'random_bucket', from, to, salt });
  const ids = Array.from({ length: 2_000 }, (_, index) => `con_${index}`);
  const held = (rule: ReturnType<typeof part>) =>
    ids.filter((id) => evaluate(rule, subjectOf({ contact: { id } })).held);

  it('is as large as is asked, the same every time, and another under another salt', () => {
    const tenth = held(part(0, 10));
    expect(Math.abs(tenth.length - 200)).toBeLessThan(60);
    expect(held(part(0, 10))).toEqual(tenth);
    const other = held(part(0, 10, 'other'));
    expect(other.filter((id) => tenth.includes(id)).length).toBeLessThan(60);
  });

  it('and its neighbors are everyone, once', () => {
    const all = [...held(part(0, 30)), ...held(part(30, 65.5)), ...held(part(65.5, 100))];
    expect(all.toSorted()).toEqual(ids.toSorted());
  });
});

describe('how long an attribute has been what it is', () => {
  const rule = condition.parse({
    attribute: 'plan',
    op: 'has_been',
    value: 'Trial',
    for: '2 days',
  });
  const watches = watchesOf(rule);
  const changed = (before: object, after: object, ago: number, history = {}) =>
    recordChange(history, watches, { before, after, at: now - ago * hour } as never);
  const traits = { plan: 'trial' };

  it('counts from the change', () => {
    const history = changed({}, traits, 30);
    expect(ask(rule, { traits, history })).toEqual([false, 18]);
    expect(ask({ ...rule, for: '1 day' }, { traits, history })).toEqual([true, undefined]);
    const { for: _, ...open } = rule as { for: string };
    expect(ask({ ...open, less_than: '2 days' }, { traits, history })).toEqual([true, 18]);
    expect(ask({ ...open, less_than: '1 day' }, { traits, history })).toEqual([false, undefined]);
  });

  it('begins anew with every change, and with no other', () => {
    const first = changed({}, traits, 60);
    expect(changed(traits, { ...traits, city: 'Łódź' }, 20, first)).toBe(first);
    const back = changed({ plan: 'pro' }, traits, 5, changed(traits, { plan: 'pro' }, 20, first));
    expect(ask(rule, { traits, history: back })).toEqual([false, 43]);
  });

  it('is not held of another value, nor before a change was seen', () => {
    const history = changed({}, traits, 90);
    expect(ask(rule, { traits: { plan: 'pro' }, history })).toEqual([false, undefined]);
    expect(ask(rule, { traits, history: {} })).toEqual([false, undefined]);
    expect(ask(rule, { history })).toEqual([false, undefined]);
  });
});
