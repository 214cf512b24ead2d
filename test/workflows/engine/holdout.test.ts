// Holdouts: the right share of people, always the same ones, drawn for each campaign by itself; and what they would
// have done anyway is counted.
import { describe, expect, it } from 'vitest';
import { hash } from '../../../functions/adapters/keys.ts';
import { draw } from '../../../workflows/engine/draw.ts';
import { drawGroup } from '../../../workflows/engine/holdout.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import type { WorkspaceRules } from '../../../workflows/model/workspace.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiaryIn, sara, start } from '../../support/diary.ts';
import { worldOf } from '../../support/engine.ts';

const many = 100_000;
const people = Array.from({ length: many }, (_, index) => `con_${index.toString(36)}`);

/** Of equally likely outcomes; the square of what differs from what is expected, in units of it. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What chance exceeds once in a thousand times, with 99 and 9 degrees of freedom (tables of chi-square). */
const limit = { of99: 148.2, of9: 27.9 };

const selling = (id: string, rest = '') =>
  campaign(`{ steps: [{ send: hello }] ${rest && `, ${rest}`} }`, {
    campaign: id,
    kinds: { hello: 'marketing' },
  });

const groupOf = (id: string, one = selling('test'), workspace: Partial<WorkspaceRules> = {}) =>
  drawGroup(
    worldOf([one], start, { workspace: { holdout: 10, ...workspace } }),
    newContact(id),
    one,
  );

const isHeldOut = (...given: Parameters<typeof groupOf>) => groupOf(...given).group === 'holdout';

describe('chance', () => {
  it('is even over a hundred thousand people, to the percent', () => {
    const counts = Array.from({ length: 100 }, () => 0);
    for (const id of people) {
      const percent = Math.floor(draw(hash, id, 'holdout/test'));
      counts[percent] = (counts[percent] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(limit.of99);
    // Pinned: whoever changes how it is drawn moves people who are inside campaigns.
    expect(chiSquare(counts).toFixed(3)).toBe('114.900');
    expect(draw(hash, 'con_sara', 'holdout/test')).toBe(85.87);
  });

  it('for one campaign says nothing about another, nor about the control group', () => {
    const held = people.filter((id) => draw(hash, id, 'holdout/test') < 10);
    for (const other of ['holdout/other', 'control group', 'split/test/split', 'spread/test']) {
      const counts = Array.from({ length: 10 }, () => 0);
      for (const tenth of held.map((id) => Math.floor(draw(hash, id, other) / 10)))
        counts[tenth] = (counts[tenth] ?? 0) + 1;
      expect(chiSquare(counts), other).toBeLessThan(limit.of9);
    }
  });
});

describe('who is held out', () => {
  it.each([1, 10, 33.3, 50])('is %d percent of people', (percent) => {
    const share = people.filter((id) => draw(hash, id, 'holdout/test') < percent).length / many;
    const deviation = Math.sqrt((percent / 100) * (1 - percent / 100) * many);
    expect(Math.abs(share * many - (percent / 100) * many)).toBeLessThan(4 * deviation);
  });

  it('is drawn alike wherever and whenever, and told why', () => {
    const some = people.slice(0, 200);
    const [held = ''] = some.filter((id) => isHeldOut(id));
    expect(groupOf(held)).toEqual(groupOf(held));
    expect(groupOf(held)).toEqual({ group: 'holdout', because: 'held out: one of 10%' });
    const [treated = ''] = some.filter((id) => !isHeldOut(id));
    expect(groupOf(treated).because).toBe('not one of the 10% held out');
  });

  it('is told by the campaign where it says so, by the workspace otherwise', () => {
    const some = people.slice(0, 1_000);
    const share = (...given: [ReturnType<typeof selling>, Partial<WorkspaceRules>?]) =>
      some.filter((id) => isHeldOut(id, ...given)).length / some.length;
    expect(share(selling('test'))).toBeCloseTo(0.1, 1);
    expect(share(selling('test', 'holdout: 40'))).toBeCloseTo(0.4, 1);
    expect(share(selling('test'), { holdout: 0 })).toBe(0);
    expect(share(selling('test', 'holdout: { percent: 0, because: everybody must know }'))).toBe(0);
  });

  it('is nobody where nothing is sold: a receipt is kept from nobody', () => {
    const receipt = campaign('[{ send: receipt }]', { kinds: { receipt: 'transactional' } });
    const all = { holdout: 90, controlGroup: 100 };
    expect(people.slice(0, 50).some((id) => isHeldOut(id, receipt, all))).toBe(false);
  });

  it('is in every campaign who is in the control group', () => {
    const control = { holdout: 0, controlGroup: 20 };
    const some = people.slice(0, 1_000);
    const inA = some.filter((id) => isHeldOut(id, selling('a'), control));
    expect(inA).toEqual(some.filter((id) => isHeldOut(id, selling('b'), control)));
    expect(inA.length / some.length).toBeCloseTo(0.2, 1);
    expect(groupOf(inA[0] ?? '', selling('a'), control).because).toBe(
      'in the control group of 20%',
    );
  });

  it('stays so when the share is changed, and whoever was not stays treated', () => {
    const one = selling('test', 'holdout: 90');
    const world = worldOf([one], start);
    for (const group of ['holdout', 'treatment'] as const) {
      const entries = { test: { count: 1, last: 1, group } };
      for (const id of people.slice(0, 20))
        expect(drawGroup(world, { ...newContact(id), entries }, one).group).toBe(group);
    }
  });
});

describe('somebody who is held out', () => {
  const rest = `goal: { event: Bought, within: 30 days, value: total }, reentry: always, holdout: 90`;
  /** Sara is one of ninety percent. */
  const held = selling('test', rest);
  const diary = (one = held) => openDiaryIn({ workspace: { holdout: 10 } }, one);
  const bought = { properties: { total: '19.90', currency: 'eur' } };

  it('gets nothing, and reaches the goal all the same, with its value', () => {
    const lived = diary().event('Started', sara).pass('3 days').event('Bought', bought);
    expect(lived.lines).toEqual(['day 0: held out', 'day 3: goal worth 19.9']);
    expect(lived.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'goal_reached',
        group: 'holdout',
        value: '19.9',
        currency: 'EUR',
      }),
    );
    expect(lived.draft.contact.enrollments).toEqual([]);
  });

  it('has the same window as everybody', () => {
    const late = diary().event('Started', sara).pass('31.1 days').event('Bought', bought);
    expect(late.lines).toEqual(['day 0: held out']);
  });

  it('is not counted anew while the goal may still be reached, and is the same afterwards', () => {
    const lived = diary().event('Started', sara).pass('3 days').event('Started');
    lived.pass('30 days').event('Started').event('Bought', bought);
    expect(lived.lines).toEqual([
      'day 0: held out',
      'day 3: not entered (already_inside)',
      'day 33: held out',
      'day 33: goal worth 19.9',
    ]);
  });

  it('is counted even where there is no goal', () => {
    const plain = selling('test', 'holdout: 90');
    const lived = diary(plain).event('Started', sara);
    expect(lived.lines).toEqual(['day 0: held out']);
    expect(lived.draft.contact.entries.test).toMatchObject({ count: 1, group: 'holdout' });
  });

  it('is not reached by pauses, moves and resumes', () => {
    const lived = diary().event('Started', sara).turn('test', 'paused').pass('1 day');
    lived.turn('test', 'live').command('test', { do: 'resume', stale: 'send' });
    lived.publish({ ...held, version: 2 }).command('test', { do: 'move', version: 2 });
    expect(lived.event('Bought', bought).lines).toEqual([
      'day 0: held out',
      'day 1: goal worth 19.9',
    ]);
  });
});

describe('holding out nobody', () => {
  const document = (holdout: unknown) =>
    campaignDocument.safeParse({
      name: 'Test',
      trigger: { event: 'Started' },
      steps: [{ send: 'hello' }],
      holdout,
    });

  it('wants a reason', () => {
    expect(document(0).error?.message).toContain('to hold out nobody, say why');
    expect(document({ percent: 0 }).success).toBe(false);
    expect(document({ percent: 0, because: '' }).success).toBe(false);
    expect(document({ percent: 0, because: 'the law asks for it' }).success).toBe(true);
  });

  it.each([-1, 91, '10'])('is not the same as nonsense: %j', (holdout) => {
    expect(document(holdout).success).toBe(false);
  });
});
