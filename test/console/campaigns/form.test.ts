// Forms drawn from schemas: which of several a value is, what a new one is, what rows of names and values say, where a
// problem is told.
import { describe, expect, it } from 'vitest';
import { pairsOf, saidBy } from '../../../console/web/parts/form/pairs.ts';
import { besides, errorOf, inside } from '../../../console/web/parts/form/problems.ts';
import {
  choiceAt,
  choicesOf,
  emptyOf,
  type Schema,
  titleOf,
} from '../../../console/web/parts/form/schema.ts';
import { stepKinds } from '../../../functions/api/step-kinds.ts';

const declared = (await stepKinds[0]?.run({} as never, {} as never)) as unknown as {
  readonly campaign: Schema;
};
const trigger = declared.campaign.properties?.trigger ?? {};
const kinds = choicesOf(trigger) ?? [];
const called = (value: unknown) => titleOf(kinds[choiceAt(kinds, value)] ?? {}, 'none');

describe('One of several', () => {
  it('is told by what is there, however unfinished', () => {
    expect(called({ event: '' })).toBe('An event happens');
    expect(called({ inactivity: {} })).toBe('Something stops happening');
    expect(called({ nothing: 1 })).toBe('None');
  });

  it('is told by a word that stands in it', () => {
    const schedules = choicesOf(
      kinds.find(({ properties = {} }) => 'schedule' in properties)?.properties?.schedule ?? {},
    );
    const named = (value: unknown) =>
      titleOf(schedules?.[choiceAt(schedules, value)] ?? {}, 'none');
    expect(named({ at: '2026-12-01T09:00' })).toBe('Once');
    expect(named({ every: 'day', at: '09:00' })).toBe('Every day');
    expect(named({ every: 'week', at: '09:00' })).toBe('On days of the week');
    expect(named({ every: 'month', on: [1] })).toBe('On days of the month');
  });

  it('begins as what it will be taken for', () => {
    for (const [index, kind] of kinds.entries()) expect(choiceAt(kinds, emptyOf(kind))).toBe(index);
  });
});

describe('Names with values', () => {
  it('keep numbers and answers as such, and texts that look like them in quotes', () => {
    const value = { plan: 'pro', seats: 3, paid: true, code: '7', tags: ['a'] };
    expect(saidBy(pairsOf(value))).toEqual(value);
    expect(pairsOf(value)).toContainEqual(['code', '"7"']);
  });

  it('say nothing without a name', () => expect(saidBy([[' ', 'x']])).toEqual({}));
});

describe('A problem', () => {
  const problems = [
    { path: ['task', 'title'], message: 'Too small' },
    { path: ['yes'], message: 'needs steps' },
    { path: [], message: 'of all' },
  ];

  it('goes down to its field, and stands above where it has none', () => {
    expect(inside(problems, 'task')).toEqual([{ path: ['title'], message: 'Too small' }]);
    expect(besides(problems, ['task']).map(({ message }) => message)).toEqual([
      'needs steps',
      'of all',
    ]);
  });

  it('of what is not there yet says that it is needed', () => {
    const t = ((key: string) => key) as never;
    const told = inside(inside(problems, 'task'), 'title');
    expect(errorOf({ value: '', isRequired: true, problems: told }, t)).toBe('This is needed.');
    expect(errorOf({ value: 'x', isRequired: true, problems: told }, t)).toBe('Too small');
    expect(errorOf({ value: '', isRequired: true, problems: [] }, t)).toBeUndefined();
  });
});
