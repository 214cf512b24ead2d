// Publishing tells, at its place, of two conditions that exclude each other; it goes live all the same.
import { expect, it } from 'vitest';
import { contradictionsInSegment } from '../../functions/use-cases/check-contradictions.ts';
import { told } from '../../functions/use-cases/problems.ts';
import { segmentDocument } from '../../workflows/model/segment.ts';
import { minimal, plan, publish, withSteps } from '../support/publishing.ts';

const both = { op: 'and', rules: [plan, { ...plan, value: 'basic' }] };
const message = 'never together with: plan is pro';
const send = [{ send: 'hello' }];

it.each([
  [{ ...minimal, audience: both }, 'audience.rules[1]'],
  [{ ...minimal, exitOn: [{ condition: both }] }, 'exitOn[0].condition.rules[1]'],
  [{ ...minimal, trigger: { event: 'A', where: both } }, 'trigger.where.rules[1]'],
  [withSteps({ branch: both, no: send }), 'steps[0].branch.rules[1]'],
  [withSteps({ branch: [{ if: both, steps: send }] }), 'steps[0].branch[0].if.rules[1]'],
  [
    withSteps({ wait: { for: '1 day', until: { condition: both } } }, ...send),
    'steps[0].wait.until.condition.rules[1]',
  ],
])('of a campaign: %#', async (document, at) => {
  const { warnings } = await publish(document);
  expect(warnings).toEqual([{ at: `campaign.${at}`, message }]);
});

it('of a segment', () => {
  const rule = { op: 'or', rules: [plan, both] };
  const document = segmentDocument.parse({ name: 'X', condition: rule });
  expect(contradictionsInSegment(document).map(told)).toEqual([
    { at: 'condition.rules[1].rules[1]', message },
  ]);
});

it('of nothing that somebody may meet', async () => {
  const { warnings } = await publish({ ...minimal, audience: { ...both, op: 'or' } });
  expect(warnings).toEqual([]);
});
