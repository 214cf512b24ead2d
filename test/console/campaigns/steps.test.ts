// The steps of a campaign as the console changes and draws them: nothing is lost on the way, and nothing overlaps.
import { describe, expect, it } from 'vitest';
import { begun, turned } from '../../../console/web/pages/campaigns/steps/history.ts';
import {
  everyPlace,
  idsOf,
  lanesOf,
  straightOn,
} from '../../../console/web/pages/campaigns/steps/kinds.ts';
import { layout, sizes } from '../../../console/web/pages/campaigns/steps/layout.ts';
import { movedIn } from '../../../console/web/pages/campaigns/steps/moved-in.ts';
import {
  duplicateStep,
  gapBeside,
  insertStep,
  moveStep,
  parentOf,
  removeStep,
  stepAt,
} from '../../../console/web/pages/campaigns/steps/tree.ts';

const send = (template: string) => ({ send: template });
const document = {
  name: 'Trial',
  steps: [
    send('a'),
    { branch: { op: 'everyone' }, yes: [send('b')] },
    {
      split: [
        { name: 'x', weight: 1, steps: [{ wait: { for: '1 day' } }, send('c')] },
        { name: 'y', weight: 1 },
      ],
    },
  ],
};
const branch = ['steps', 1];
const inArm = ['steps', 2, 'split', 0, 'steps', 1];
const names = (of: object) =>
  everyPlace(of as never).map(({ step }) => step.send ?? Object.keys(step)[0]);

describe('Steps', () => {
  it('are put in, copied and taken out where they stand', () => {
    const more = insertStep(document, { list: [...branch, 'no'], index: 0 }, send('d'));
    expect(names(more)).toEqual(['a', 'branch', 'b', 'd', 'split', 'wait', 'c']);
    expect(names(duplicateStep(more, branch))).toHaveLength(10);
    expect(stepAt(removeStep(document, [...branch, 'yes', 0]), branch)).toEqual({
      branch: { op: 'everyone' },
    });
  });

  it('copied have no ids, those inside them neither', () => {
    const named = {
      steps: [{ id: 'q', branch: { op: 'everyone' }, yes: [{ id: 'r', send: 'b' }] }],
    };
    expect(duplicateStep(named, ['steps', 0]).steps).toEqual([
      ...named.steps,
      { branch: { op: 'everyone' }, yes: [{ send: 'b' }] },
    ]);
  });

  it('move whole, with all that is inside, and never into themselves', () => {
    const moved = moveStep(document, ['steps', 0], {
      list: ['steps', 2, 'split', 1, 'steps'],
      index: 0,
    });
    expect(names(moved?.document ?? {})).toEqual(['branch', 'b', 'split', 'wait', 'c', 'a']);
    expect(moved?.place).toEqual(['steps', 1, 'split', 1, 'steps', 0]);
    expect(moveStep(document, branch, { list: [...branch, 'no'], index: 0 })).toBeUndefined();
    expect(moveStep(document, branch, { list: ['steps'], index: 2 })).toBeUndefined();
  });

  it('lead out of their path at its end', () => {
    expect(parentOf(inArm)).toEqual(['steps', 2]);
    expect(parentOf(branch)).toBeUndefined();
    expect(gapBeside(document, inArm, 1)).toEqual({ list: ['steps'], index: 3 });
    expect(gapBeside(document, inArm, -1)).toEqual({ list: inArm.slice(0, -1), index: 0 });
    expect(gapBeside(document, ['steps', 0], -1)).toBeUndefined();
  });

  it('have the ids of reports, and none while one cannot be read', () => {
    const [first] = document.steps;
    expect(idsOf(document).get(first as never)).toBe('a');
    expect(idsOf({ steps: [{ nothing: 1 }] }).size).toBe(0);
  });
});

describe('A step that becomes of another kind inside', () => {
  const rule = { op: 'everyone' };

  it('keeps what stood under its paths: two become several, and several two', () => {
    const two = { branch: rule, yes: [send('b')], no: [send('c')] };
    const several = movedIn(two, { ...two, branch: [{ if: rule, steps: [] }] });
    expect(several).toEqual({ branch: [{ if: rule, steps: [send('b')] }], else: [send('c')] });
    expect(movedIn(several, { ...several, branch: rule })).toEqual(two);
  });

  it('goes on asking what it asked', () => {
    const [nothing, other] = [{ op: 'and', rules: [] }, { op: 'holdout' }];
    const two = { branch: rule, yes: [send('b')] };
    const several = movedIn(two, { ...two, branch: [{ if: nothing, steps: [] }] });
    expect(several).toEqual({ branch: [{ if: rule, steps: [send('b')] }] });
    const more = {
      branch: [
        { if: rule, steps: [send('b')] },
        { if: other, steps: [] },
      ],
    };
    expect(movedIn(more, { ...more, branch: nothing })).toEqual(two);
  });

  it('moves what was for too late under what is for a date that is missing, and away where nothing is', () => {
    const late = { wait: { for: '1 day', until: { event: 'Paid' } }, onTimeout: [send('z')] };
    const date = { until: { date: { attribute: 'trial_ends_at' } } };
    expect(movedIn(late, { ...late, wait: date })).toEqual({ wait: date, onMissing: [send('z')] });
    expect(movedIn(late, { ...late, wait: { for: '1 day' } })).toEqual({ wait: { for: '1 day' } });
  });

  it('leaves arms alone that are called otherwise, or taken away', () => {
    const [, , split] = document.steps;
    const { split: arms = [] } = split as { split: readonly object[] };
    const renamed = { split: [{ ...arms[0], name: 'w' }, arms[1]] };
    expect(movedIn(split as never, renamed)).toBe(renamed);
    const fewer = { split: [arms[1], { name: 'z', weight: 1 }] };
    expect(movedIn(split as never, fewer)).toBe(fewer);
  });
});

describe('The drawing', () => {
  const draw = (of: object) => layout(of as never, { lanesOf, straightOn });

  it('puts every step once, a way to add one around each, and nothing upon another', () => {
    const waiting = { wait: { for: '1 day', until: { event: 'Paid' } }, onTimeout: [send('z')] };
    const { drawn, lines } = draw({ ...document, steps: [...document.steps, waiting] });
    expect(drawn.filter(({ kind }) => kind === 'step')).toHaveLength(8);
    expect(drawn.flatMap(({ name }) => name ?? [])).toEqual([
      'yes',
      'no',
      'x',
      'y',
      'in time',
      'onTimeout',
    ]);
    const boxes = drawn.map((one) => ({ ...one, ...sizes[one.kind] }));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(
          a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
          `${a.id} upon ${b.id}`,
        ).toBe(false);
    const known = new Set(drawn.map(({ id }) => id));
    expect(lines.every(({ from, to }) => known.has(from) && known.has(to))).toBe(true);
    expect(new Set(lines.map(({ to }) => to)).size).toBe(drawn.length - 1);
  });

  it('draws what is unfinished', () => {
    expect(draw({}).drawn.map(({ kind }) => kind)).toEqual(['start', 'add', 'end']);
    expect(
      draw({ steps: [{ wait: {} }, { nobody: 'knows' }, { branch: 7 }] }).drawn,
    ).not.toHaveLength(0);
  });
});

describe('What was done', () => {
  it('is undone and done again; going on with the same is one change', () => {
    const [one, two, three] = [{ name: '1' }, { name: '2' }, { name: '3' }];
    let history = turned(begun(one), { do: 'change', to: two, going: 'name' });
    history = turned(history, { do: 'change', to: three, going: 'name' });
    history = turned(history, { do: 'undo' });
    expect(history.document).toBe(one);
    history = turned(history, { do: 'redo' });
    expect(history.document).toBe(three);
    expect(turned(history, { do: 'redo' })).toBe(history);
  });
});
