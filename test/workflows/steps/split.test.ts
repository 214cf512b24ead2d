// A split: by chance and by weight, and for good.
import { describe, expect, it } from 'vitest';
import { hash } from '../../../functions/adapters/keys.ts';
import { stepTypes } from '../../../workflows/steps/index.ts';
import type { SplitStep } from '../../../workflows/steps/split.ts';
import type { StepType } from '../../../workflows/steps/step.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';
import { momentWith } from '../../support/moment.ts';

const split = stepTypes.find(({ type }) => type === 'split') as unknown as StepType<SplitStep>;

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `con_${hash(`${index}`)}`);

const weighing = (...weights: number[]): SplitStep =>
  split.schema.parse({
    split: weights.map((weight, index) => ({ name: `arm-${index}`, weight })),
  });

function armOf(step: SplitStep, contact: string, more: object = {}, at = 'split'): string {
  const moment = momentWith({ contact: { id: contact }, enrollment: more, step: at });
  const outcome = split.arrive(step, moment);
  if (outcome.do !== 'go_on') throw new Error(outcome.do);
  expect(outcome.keeps?.arms?.[at]).toBe(outcome.path);
  return outcome.path ?? '';
}

function shares(step: SplitStep, count: number): number[] {
  const arms = people(count).map((id) => armOf(step, id));
  return step.split.map(({ name }) => arms.filter((one) => one === name).length / count);
}

describe('a split', () => {
  it('gives every arm its share of many people', () => {
    const [half = 0, third = 0, sixth = 0] = shares(weighing(3, 2, 1), 20_000);
    // Four standard deviations of a share among so many.
    expect(Math.abs(half - 1 / 2)).toBeLessThan(0.0142);
    expect(Math.abs(third - 1 / 3)).toBeLessThan(0.0134);
    expect(Math.abs(sixth - 1 / 6)).toBeLessThan(0.0106);
  });

  it('gives nobody to an arm that weighs nothing, and says so', () => {
    const step = weighing(0, 1, 0);
    expect(shares(step, 500)).toEqual([0, 1, 0]);
    expect(split.deadPaths?.(step)).toEqual({
      'arm-0': 'its weight is 0, so that nobody new takes it',
      'arm-2': 'its weight is 0, so that nobody new takes it',
    });
  });

  it('takes the same arm of the same step for the same contact, in every enrollment', () => {
    const step = weighing(1, 1);
    for (const id of people(50)) expect(armOf(step, id, { id: 'enr_2' })).toBe(armOf(step, id));
  });

  it('is drawn anew for each step and each campaign', () => {
    const step = weighing(1, 1);
    const same = (more: object, at?: string) =>
      people(2_000).filter((id) => armOf(step, id, more, at) === armOf(step, id)).length;
    for (const count of [same({}, 'split-2'), same({ campaign: 'other' })]) {
      expect(count).toBeGreaterThan(900);
      expect(count).toBeLessThan(1_100);
    }
  });

  it('keeps to an arm that was taken before, whatever the weights are now', () => {
    const arms = { split: 'arm-1' };
    for (const id of people(20)) expect(armOf(weighing(1, 0), id, { arms })).toBe('arm-1');
  });

  it('draws anew when the arm is gone', () => {
    expect(armOf(weighing(1, 0), 'con_sara', { arms: { split: 'gone' } })).toBe('arm-0');
    expect(armOf(weighing(1, 0), 'con_sara', { arms: {} }, 'constructor')).toBe('arm-0');
  });

  it('keeps the arms of other splits', () => {
    const moment = momentWith({ enrollment: { arms: { other: 'x' } }, step: 'split' });
    expect(split.arrive(weighing(1, 0), moment)).toEqual({
      do: 'go_on',
      path: 'arm-0',
      keeps: { arms: { other: 'x', split: 'arm-0' } },
      because: 'by chance, 100%',
    });
  });

  it('tells its shares in one sentence', () => {
    expect(split.sentence?.(weighing(2, 1))).toBe('Split at random: 66.7% arm-0, 33.3% arm-1');
  });
});

describe('a split within a campaign', () => {
  const testing = (weights: [number, number], version = 1) =>
    campaign(
      `
      reentry: always
      steps:
        - wait: { for: 1 day }
        - split:
            - { name: short, weight: ${weights[0]}, steps: [{ send: brief }] }
            - { name: long, weight: ${weights[1]}, steps: [{ send: letter }, { wait: { for: 1 day } }] }
        - send: news
      `,
      { version },
    );

  it('walks down one arm, and on behind it', () => {
    expect(
      openDiary(testing([0, 1]))
        .event('Started', sara)
        .pass('3 days').lines,
    ).toEqual([
      'day 1: split: long',
      'day 1: email letter',
      'day 2: email news',
      'day 2: completed',
    ]);
  });

  it('takes the same arm when somebody comes again, also in a version with other weights', () => {
    const diary = openDiary(testing([0, 1]))
      .event('Started', sara)
      .pass('3 days');
    diary
      .publish(testing([1, 0], 2))
      .event('Started')
      .pass('3 days');
    expect(diary.lines.filter((line) => line.includes('split'))).toEqual([
      'day 1: split: long',
      'day 4: split: long',
    ]);
    expect(diary.draft.contact.entries.test?.arms).toEqual({ split: 'long' });
  });

  it('has new weights for those who come to it for the first time', () => {
    const diary = openDiary(testing([0, 1])).publish(testing([1, 0], 2));
    expect(diary.event('Started', sara).pass('1 day').lines).toContain('day 1: split: short');
  });

  it('forgets the arms of steps that are gone', () => {
    const diary = openDiary(testing([0, 1]))
      .event('Started', sara)
      .pass('3 days');
    diary.publish(
      campaign('{ reentry: always, steps: [{ wait: { for: 1 day } }] }', { version: 2 }),
    );
    const [enrollment] = diary.event('Started').draft.contact.enrollments;
    expect(enrollment).not.toHaveProperty('arms');
  });
});

describe('a document with a split', () => {
  const said = (arms: readonly object[]) =>
    split.schema.safeParse({ split: arms }).error?.issues[0]?.message ?? 'accepted';
  const a = { name: 'a', weight: 50 };

  it.each([
    [[a], /at least 2|>=2/],
    [[a, a], 'another arm has the name "a"'],
    [[a, { name: 'b', weight: -1 }], /0/],
    [[a, { name: 'B b', weight: 1 }], 'lower-case letters'],
    [
      [
        { ...a, weight: 0 },
        { name: 'b', weight: 0 },
      ],
      'one arm at least weighs more than 0',
    ],
    [[a, { name: 'b', weight: 1, steps: [] }], /1/],
  ])('is refused with the reason: %j', (arms, reason) => {
    expect(said(arms)).toMatch(reason);
  });
});
