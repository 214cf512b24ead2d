// Whatever is wrong in a document is told with the field that it is in, and with what is allowed there.
import { expect, test } from 'vitest';
import { publication } from '../../functions/use-cases/check-campaign.ts';
import { offerTerms } from '../../workflows/model/offer.ts';
import { segmentDocument } from '../../workflows/model/segment.ts';
import { workspaceRules } from '../../workflows/model/workspace.ts';
import { refusalOf } from '../support/refusal-of.ts';

const base = { name: 'X', trigger: { event: 'A' }, steps: [{ send: 'hello' }] };
const templates = { hello: { kind: 'marketing', subject: 'Hello', mjml: '<mjml></mjml>' } };
const everyday = { every: 'day', at: '09:00' };
const paid = { property: 'total', op: 'gt', value: 'much' };

test.each([
  [{ steps: [{ send: 'hello', wait: {} }] }, 'steps[0].wait', 'two at once: send and wait'],
  [{ steps: [{ sned: 'hello' }] }, 'steps[0]', 'a step is one of: send, wait, branch'],
  [{ steps: [{ sned: 'hello' }] }, 'steps[0]', 'found sned'],
  [{ steps: ['hello'] }, 'steps[0]', 'a step is one of: send, wait'],
  [{ steps: [{ wait: { for: 3 } }] }, 'steps[0].wait.for', 'expected string'],
  [{ steps: [{ wait: '3 days' }] }, 'steps[0].wait', 'expected object'],
  [{ steps: [{ wait: {} }] }, 'steps[0].wait.for', 'a wait needs "for"'],
  [{ steps: [{ wait: { until: { at: 1 } } }] }, 'steps[0].wait.until', 'is one of: event'],
  [
    { steps: [{ wait: { for: '1 day', until: { event: 'A', where: paid } } }] },
    'steps[0].wait.until.where.value',
    'expected number',
  ],
  [
    { steps: [{ wait: { until: { date: { attribute: 'a', offset: '1 hour', at: '09:00' } } } }] },
    'steps[0].wait.until.date.at',
    'days, weeks or months',
  ],
  [
    { steps: [{ branch: paid, yes: [{ send: 'hello' }] }] },
    'steps[0].branch.value',
    'expected number',
  ],
  [
    { steps: [{ branch: [{ if: paid, steps: [{ send: 'hello' }] }] }] },
    'steps[0].branch[0].if.value',
    'expected number',
  ],
  [{ steps: [{ offer: { from: 'all' } }] }, 'steps[0].offer.from', 'either catalog, or a list'],
  [{ steps: [{ emit: {} }] }, 'steps[0].emit.event', 'it is missing: expected string'],
  [{ steps: [{ update: { add: { a: 'x' } } }] }, 'steps[0].update.add.a', 'expected number'],
  [
    { steps: [{ webhook: { url: 'http://shop.com/in' } }] },
    'steps[0].webhook.url',
    'over https only',
  ],
  [{ trigger: { event: 'A', call: true } }, 'trigger.call', 'two at once: event and call'],
  [{ trigger: {} }, 'trigger', 'a trigger is one of: event, segment'],
  [{ trigger: { schedule: { ...everyday, every: 'year' } } }, 'trigger.schedule.every', 'month'],
  [{ trigger: { schedule: { ...everyday, every: 'week' } } }, 'trigger.schedule.on', 'missing'],
  [
    { trigger: { schedule: { ...everyday, every: 'month', on: [32] } } },
    'trigger.schedule.on[0]',
    '<=31',
  ],
  [{ trigger: { schedule: { ...everyday, on: [1] } } }, 'trigger.schedule.on', 'allowed: every'],
  [{ trigger: { schedule: 'daily' } }, 'trigger.schedule', 'a schedule is one moment'],
  [{ trigger: { inactivity: { event: 'A', for: 1 } } }, 'trigger.inactivity.for', 'string'],
  [{ holdout: '10%' }, 'holdout', 'a number of percent such as 10'],
  [{ holdout: { percent: 0 } }, 'holdout.because', 'it is missing'],
  [{ reentry: { before: '1 day' } }, 'reentry.after', 'it is missing'],
  [{ exitOn: [{ condition: { op: 'x' } }] }, 'exitOn[0].condition.op', 'an operator is one of'],
  [{ exitOn: [{}] }, 'exitOn[0]', 'an exit is one of: event, condition'],
  [
    { sending: { window: { from: '09:00', to: '17:00', days: 5 } } },
    'sending.window.days',
    'allowed: on, from, to',
  ],
  [{ sending: { window: { on: ['mon'] } } }, 'sending.window.on[0]', '"monday"|"tuesday"'],
  [{ sending: { window: { from: '09:00' } } }, 'sending.window.to', 'from and to go together'],
  [{ color: 'red' }, 'color', '"color" is unknown here; allowed: name, description'],
])('of a campaign: %j', (part, at, words) => {
  const refused = refusalOf(publication, { campaign: { ...base, ...part }, templates });
  expect(refused).toMatchObject({ status: 422, at: `campaign.${at}` });
  expect(refused?.message).toContain(words);
});

const named = { name: 'X' };
const gift = { ...named, kind: 'gift', redemption: { event: 'A' } };
const rule = (condition: object) => ({ ...named, condition });

test.each([
  [publication, { campaign: base, templates: { 'A b': templates.hello } }, 'templates["A b"]'],
  [publication, { campaign: base, templates: { a: { kind: 'x' } } }, 'templates.a.kind'],
  [publication, base, 'campaign'],
  [segmentDocument, rule({ attribute: 'a', op: 'in', value: ['x', {}] }), 'condition.value[1]'],
  [segmentDocument, rule({ attribute: 'a', op: 'between', from: 2, to: 1 }), 'condition.to'],
  [segmentDocument, rule({ attribute: 'a', property: 'b', op: 'is_set' }), 'condition.property'],
  [segmentDocument, rule({ op: 'performed', event: 'A', count: 'x' }), 'condition.count'],
  [segmentDocument, rule({ op: 'performed', event: 'A', where: paid }), 'condition.where.value'],
  [segmentDocument, rule({ op: 'email', became: 'sent', link: 'x' }), 'condition.link'],
  [offerTerms, { ...gift, expires: { after: 'x' } }, 'expires.after'],
  [offerTerms, { ...gift, expires: {} }, 'expires'],
  [offerTerms, { ...gift, value: {} }, 'value'],
  [workspaceRules, { smartSending: true }, 'smartSending'],
  [workspaceRules, { businessHours: { from: '17:00', to: '09:00' } }, 'businessHours.to'],
  [workspaceRules, { caps: [{ at_most: 0, within: '1 day' }] }, 'caps[0].at_most'],
])('of anything else: %#', (schema, input, at) => {
  expect(refusalOf(schema, input)).toMatchObject({ status: 422, at });
});

test('the place is that of the fault that is told first', () => {
  const refused = refusalOf(segmentDocument, { condition: paid, color: 1, name: '' });
  expect(refused?.message.match(/→ at (.*)/)?.[1]).toBe(refused?.at);
});
