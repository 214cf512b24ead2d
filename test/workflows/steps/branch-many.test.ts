// A branch of many ways: the first path whose condition holds, or the last when none does.
import { describe, expect, it } from 'vitest';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { type BranchStep, branch } from '../../../workflows/steps/branch.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';
import { refusalOf } from '../../support/refusal-of.ts';

const bySize = campaign(`
  - branch:
      - { if: { attribute: seats, op: gte, value: 100 }, name: large, steps: [{ send: team }] }
      - { if: { attribute: seats, op: gte, value: 10 }, steps: [{ send: group }, { wait: { for: 1 day } }] }
      - { if: { property: source, op: equals, value: fair }, name: fair, steps: [{ send: hall }] }
    else: [{ send: solo }]
  - send: news
`);

const walk = (traits: object, properties = {}) =>
  openDiary(bySize)
    .event('Started', { ...sara, traits: { ...sara.traits, ...traits }, properties })
    .pass('2 days').lines;

describe('a branch of many ways', () => {
  it('takes the first path whose condition holds, and comes back to what follows', () => {
    expect(walk({ seats: 500 })).toEqual([
      'day 0: branch: large',
      'day 0: email team',
      'day 0: email news',
      'day 0: completed',
    ]);
    expect(walk({ seats: 12 }, { source: 'fair' })).toEqual([
      'day 0: branch: case-2',
      'day 0: email group',
      'day 1: email news',
      'day 1: completed',
    ]);
    expect(walk({}, { source: 'fair' })[0]).toBe('day 0: branch: fair');
  });

  it('takes the last path when none holds, and says why not one of them', () => {
    const diary = openDiary(bySize).event('Started', sara);
    expect(diary.lines.slice(0, 2)).toEqual(['day 0: branch: else', 'day 0: email solo']);
    const [branched] = diary.transitions.filter(({ kind }) => kind === 'branched');
    expect(branched && 'because' in branched && branched.because?.split(';')).toHaveLength(3);
  });

  it('goes on when none holds and there is no last path', () => {
    const bare = campaign(`
      - branch: [{ if: { attribute: vip, op: is_set }, steps: [{ send: vip }] }]
      - send: news
    `);
    expect(openDiary(bare).event('Started', sara).lines.slice(0, 2)).toEqual([
      'day 0: branch: else',
      'day 0: email news',
    ]);
  });

  it('tells what it asks, of the contact and of the event, and in one sentence', () => {
    const [step] = bySize.document.steps as [BranchStep];
    expect(branch.conditions?.(step)).toHaveLength(3);
    expect(branch.reads?.(step)).toEqual(['source']);
    expect(branch.sentence?.(step)).toMatch(/^The first that holds: .+; or else .+; or else .+$/);
    expect(Object.keys(branch.paths(step))).toEqual(['large', 'case-2', 'fair', 'else']);
  });
});

describe('a document with a branch of many ways', () => {
  const said = (step: object) => {
    const input = { name: 'Test', trigger: { event: 'Started' }, steps: [step] };
    return refusalOf(campaignDocument, input)?.message ?? 'accepted';
  };
  const vip = { attribute: 'vip', op: 'is_set' };
  const one = { if: vip, steps: [{ send: 'a' }] };

  it.each([
    [{ branch: [] }, 'steps[0].branch'],
    [{ branch: [{ steps: [{ send: 'a' }] }] }, 'steps[0].branch[0].if'],
    [{ branch: [{ ...one, steps: [] }] }, 'steps[0].branch[0].steps'],
    [{ branch: [{ ...one, goto: 'a' }] }, 'goto'],
    [{ branch: [{ ...one, name: 'Large one' }] }, 'lower-case letters'],
    [{ branch: [one, { ...one, name: 'case-1' }] }, 'another path has the name "case-1"'],
    [{ branch: [{ ...one, name: 'else' }] }, 'another path has the name "else"'],
    [{ branch: [{ ...one, if: { attribute: 'vip', op: 'set' } }] }, 'steps[0].branch[0].if'],
    [{ branch: [one], yes: [{ send: 'a' }] }, 'yes'],
  ])('is refused with the place and the reason: %j', (step, reason) => {
    expect(said(step)).toContain(reason);
  });

  it('is accepted', () => {
    expect(said({ branch: [one, { ...one, name: 'two' }], else: [{ send: 'b' }] })).toBe(
      'accepted',
    );
  });
});
