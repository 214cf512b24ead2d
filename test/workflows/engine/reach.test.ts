// Steps that nobody can ever come to.
import { describe, expect, it } from 'vitest';
import { unreachable } from '../../../workflows/engine/reach.ts';
import { steps } from '../../../workflows/steps/index.ts';

const everyone = { op: 'everyone' };
const never = { op: 'not', rule: everyone };
const plan = { attribute: 'plan', op: 'equals', value: 'pro' };
const out = { leave: 'mine' };
const send = (name: string) => ({ send: name });

const lost = (...given: readonly object[]) =>
  unreachable(steps.parse(given), 'mine').map(({ step, because }) => [
    'send' in step ? step.send : Object.keys(step)[0],
    because.replace('nobody comes here: ', ''),
  ]);
const ended = 'every walk has ended before';

describe('Nobody comes to a step', () => {
  it.each<[string, readonly object[], readonly string[][]]>([
    ['behind one that leads out', [out, send('a'), send('b')], [['a', ended]]],
    [
      'on the other side of a condition that always holds',
      [{ branch: everyone, yes: [send('a')], no: [send('b')] }],
      [['b', 'the condition always holds']],
    ],
    [
      'on the side of a condition that never holds',
      [{ branch: { op: 'and', rules: [plan, never] }, yes: [send('a')] }, send('b')],
      [['a', 'the condition never holds']],
    ],
    [
      'behind a case that is everybody’s',
      [
        {
          branch: [
            { if: plan, steps: [send('a')] },
            { if: everyone, steps: [send('b')] },
            { if: plan, steps: [send('c')] },
          ],
          else: [send('d')],
        },
      ],
      [
        ['c', 'the condition of "case-2" always holds'],
        ['d', 'the condition of "case-2" always holds'],
      ],
    ],
    [
      'in an arm without weight',
      [
        {
          split: [
            { name: 'a', weight: 0, steps: [send('a')] },
            { name: 'b', weight: 1 },
          ],
        },
      ],
      [['a', 'its weight is 0, so that nobody new takes it']],
    ],
    [
      'behind paths that all lead out',
      [{ branch: plan, yes: [send('a'), out], no: [out] }, send('b')],
      [['b', ended]],
    ],
    [
      'behind the only path that is open, when it leads out',
      [{ branch: everyone, yes: [out] }, send('b')],
      [['b', ended]],
    ],
    [
      'deep inside',
      [{ branch: plan, yes: [{ branch: plan, no: [out, send('a')] }] }],
      [['a', ended]],
    ],
  ])('%s', (_, given, expected) => {
    expect(lost(...given)).toEqual(expected);
  });
});

describe('Somebody comes to every step', () => {
  it.each<[string, readonly object[]]>([
    ['of a plain row', [send('a'), { wait: { for: '1 day' } }, send('b')]],
    [
      'behind a path that leads out, beside one that does not',
      [{ branch: plan, yes: [out] }, send('a')],
    ],
    [
      'behind a wait whose time-out leads out',
      [{ wait: { for: '1 day', until: { event: 'Done' } }, onTimeout: [out] }, send('a')],
    ],
    ['behind one that leads out of another campaign', [{ leave: 'other' }, send('a')]],
  ])('%s', (_, given) => {
    expect(lost(...given)).toEqual([]);
  });
});
