// A campaign that cannot run is refused with the place and the reason of everything that is wrong.
import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../../functions/use-cases/check-campaign.ts';
import { hello, minimal, plan, refusal, withSteps } from '../support/publishing.ts';

const at = (place: string) => `→ at campaign.${place}`;
const ops = 'an operator is one of: and, or, not';

describe('a campaign is refused', () => {
  it.each([
    ['an unknown key', { ...minimal, color: 'red' }, ['"color"', '→ at campaign']],
    ['no name', { ...minimal, name: '' }, [at('name')]],
    ['no steps', withSteps(), [at('steps')]],
    ['no trigger', { ...minimal, trigger: undefined }, [at('trigger')]],
    [
      'an unknown key in its trigger',
      { ...minimal, trigger: { event: 'A', when: 'now' } },
      ['"when"', at('trigger')],
    ],
    [
      'an unknown key in its goal',
      { ...minimal, goal: { event: 'A', within: '3 days', by: 'x' } },
      ['"by"', at('goal')],
    ],
    [
      'a goal without a window',
      { ...minimal, goal: { event: 'A' } },
      ['received undefined', at('goal.within')],
    ],
    [
      'an unknown key in an exit',
      { ...minimal, exitOn: [{ event: 'A' }, { event: 'B', within: '1 day' }] },
      ['"within"', at('exitOn[1]')],
    ],
    [
      'a re-entry that is not known',
      { ...minimal, reentry: 'sometimes' },
      ['"never"|"always"', at('reentry')],
    ],
    [
      'a re-entry after no time',
      { ...minimal, reentry: { after: 'a while' } },
      ['a duration such as "3 days"', at('reentry.after')],
    ],
    ['an unknown basis', { ...minimal, basis: 'hope' }, ['"consent"|"soft_opt_in"', at('basis')]],
    [
      'a step that is not known',
      withSteps({ send: 'hello' }, { call: 'hello' }),
      ['a step is one of: send, wait, branch', at('steps[1]')],
    ],
    [
      'a step that is two at once',
      withSteps({ send: 'hello', wait: { for: '1 day' } }),
      ['a step is one of: send, wait, branch', at('steps[0]')],
    ],
    ['a step that is no step', withSteps(['hello']), ['a step is one of', at('steps[0]')]],
    [
      'an unknown key in a send',
      withSteps({ send: 'hello', to: 'sara' }),
      ['"to"', at('steps[0]')],
    ],
    ['a send of nothing', withSteps({ send: 5 }), ['expected string', at('steps[0].send')]],
    [
      'an id that is none',
      withSteps({ id: 'My step', send: 'hello' }),
      ['lower-case letters, digits and hyphens', at('steps[0].id')],
    ],
    [
      'a wait for no time',
      withSteps({ wait: { for: '3 dayz' } }),
      ['a duration such as "3 days"', at('steps[0].wait.for')],
    ],
    [
      'an unknown key in a wait',
      withSteps({ wait: { for: '3 days', til: { event: 'A' } } }),
      ['"til"', at('steps[0].wait')],
    ],
    [
      'an unknown key in what a wait waits for',
      withSteps({ wait: { for: '3 days', until: { event: 'A', whom: 'x' } } }),
      ['"whom"', at('steps[0].wait.until')],
    ],
    [
      'a time-out path of a wait that waits for nothing',
      withSteps({ wait: { for: '3 days' }, onTimeout: [{ send: 'hello' }] }),
      ['onTimeout needs wait.until', at('steps[0]')],
    ],
    [
      'a branch without paths',
      withSteps({ branch: plan }),
      ['a branch needs steps under yes, no, or both', at('steps[0]')],
    ],
    [
      'something wrong deep inside',
      withSteps({ branch: plan, no: [{ branch: plan, yes: [{ wait: { for: 'x' } }] }] }),
      ['a duration such as', at('steps[0].no[0].yes[0].wait.for')],
    ],
    [
      'an operator that is not known',
      withSteps({ branch: { ...plan, op: 'is' }, yes: [{ send: 'hello' }] }),
      [ops, at('steps[0].branch.op')],
    ],
    [
      'an operator that is not known, deep inside',
      {
        ...minimal,
        audience: { op: 'and', rules: [plan, { op: 'not', rule: { ...plan, op: 'is' } }] },
      },
      [ops, at('audience.rules[1].rule.op')],
    ],
    [
      'a comparison with what has no order',
      { ...minimal, trigger: { event: 'A', where: { property: 'x', op: 'gt', value: '5' } } },
      ['expected number', at('trigger.where.value')],
    ],
    [
      'a list of one that is not a list',
      { ...minimal, audience: { attribute: 'x', op: 'in', value: 'NL' } },
      ['expected array', at('audience.value')],
    ],
    [
      'a condition about nothing',
      { ...minimal, audience: { op: 'gt', value: 5 } },
      ['a condition asks an attribute or a property', at('audience')],
    ],
    [
      'an unknown key in a condition',
      { ...minimal, audience: { ...plan, fold: true } },
      ['"fold"', at('audience')],
    ],
    [
      'rules that are none',
      { ...minimal, audience: { op: 'or', rules: [] } },
      ['Too small', at('audience.rules')],
    ],
  ])('with %s', async (_, document, [reason = '', place = '']) => {
    const message = await refusal(document);
    expect(message).toContain('The campaign is not valid');
    expect(message).toContain(reason);
    expect(message).toContain(place);
    expect(message).not.toContain('Invalid input\n');
  });

  it('with everything that is wrong, at once', async () => {
    const message = await refusal({ ...withSteps({ call: 1 }, { wait: { for: 'x' } }), name: '' });
    for (const place of ['name', 'steps[0]', 'steps[1].wait.for'])
      expect(message).toContain(at(place));
  });

  it.each(['', 'Trial', 'a/b', '-a', 'a'.repeat(61), 'constructor'])(
    'under the id "%s"',
    async (id) => {
      expect(await refusal(minimal, { hello }, id)).toContain('The campaign id is not valid');
    },
  );

  it('with two steps of one id', async () => {
    const again = { branch: plan, yes: [{ id: 'a', send: 'hello' }] };
    const message = await refusal(withSteps({ id: 'a', send: 'hello' }, again));
    expect(message).toContain('Another step has the id "a"\n  → at campaign.steps[1].yes[0].id');
  });

  it.each(['goodbye', 'constructor', 'toString', '__proto__'])(
    'with a send of a template that did not come along: %s',
    async (name) => {
      const nested = { branch: plan, no: [{ send: name }] };
      expect(await refusal(withSteps(nested))).toContain(
        `Unknown template: ${name}; it is neither in the library nor under "templates", where there is hello\n  → at campaign.steps[0].no[0].send`,
      );
    },
  );

  it.each([[null], [[]], ['text'], [{}], [{ campaign: minimal }]])(
    'when it is not even one: %j',
    async (input) => {
      await expect(checkCampaign('test', input)).rejects.toMatchObject({
        name: 'Refused',
        status: 422,
      });
    },
  );
});
