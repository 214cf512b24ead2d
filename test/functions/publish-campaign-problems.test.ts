// A campaign that could run, and should not: refused before it goes live, with everything that is wrong.
import { describe, expect, it } from 'vitest';
import { unseen } from '../../functions/use-cases/check-mail.ts';
import { told } from '../../functions/use-cases/problems.ts';
import { besideProblems } from '../../functions/use-cases/publish-campaign.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import {
  footer,
  hello,
  mail,
  minimal,
  plan,
  publish,
  refusal,
  withSteps,
} from '../support/publishing.ts';

const out = { leave: 'test' };
const never = { op: 'not', rule: { op: 'everyone' } };
const consent = (status: string) => ({ op: 'consent', status });
const paid = mail('<mj-text>Paid</mj-text>', 'transactional');

describe('a campaign is refused', () => {
  it.each<[string, object, readonly string[]]>([
    [
      'with a step behind the end of every walk',
      withSteps(out, { send: 'hello' }),
      ['nobody comes here: every walk has ended before', 'campaign.steps[1]'],
    ],
    [
      'with a step that nobody ever comes to',
      withSteps({ branch: never, yes: [{ send: 'hello' }], no: [{ send: 'hello' }] }),
      ['the condition never holds', 'campaign.steps[0].yes[0]'],
    ],
    [
      'with an audience that is always empty',
      { ...minimal, audience: { op: 'and', rules: [plan, never] } },
      ['nobody is ever in it', 'campaign.audience'],
    ],
    [
      'with marketing to those who have unsubscribed',
      { ...minimal, audience: { op: 'and', rules: [plan, consent('unsubscribed')] } },
      ['those who have unsubscribed', 'campaign.audience'],
    ],
    [
      'with consent as its basis, for those who never gave any',
      { ...minimal, audience: consent('never_subscribed') },
      ['the basis is consent', 'campaign.audience'],
    ],
  ])('%s', async (_, document, expected) => {
    const message = await refusal(document);
    for (const words of expected) expect(message).toContain(words);
  });

  it('with a template that shows an offer nobody makes', async () => {
    const shown = mail(`<mj-text>{{ offer.name }}</mj-text>${footer}`);
    expect(await refusal(minimal, { hello: shown })).toContain('no step makes one');
    const making = withSteps({ offer: {}, granted: [{ send: 'hello' }] });
    expect((await publish(making, { hello: shown })).stored).toHaveLength(1);
  });

  it('with all of it at once', async () => {
    const steps = [{ id: 'a', send: 'gone' }, { id: 'a', send: 'hello' }, out, { send: 'hello' }];
    const broken = { hello: mail(`<mj-text>{{ persn.name }}</mj-text>${footer}`) };
    const document = { ...withSteps(...steps), audience: never };
    const message = await refusal(document, broken);
    for (const place of ['steps[0]', 'steps[1].id', 'steps[3]', 'audience'])
      expect(message).toContain(`→ at campaign.${place}`);
    expect(message).toContain('→ at templates.hello');
  });
});

describe('a campaign may', () => {
  it.each<[string, object, object]>([
    ['mail a receipt to those who have unsubscribed', { audience: consent('unsubscribed') }, paid],
    [
      'mail those who were never asked, on the ground of being customers',
      { audience: consent('never_subscribed'), basis: 'soft_opt_in' },
      hello,
    ],
    [
      'mail some who have unsubscribed, among others',
      { audience: { op: 'or', rules: [plan, consent('unsubscribed')] } },
      hello,
    ],
  ])('%s', async (_, given, template) => {
    expect((await publish({ ...minimal, ...given }, { hello: template })).warnings).toEqual([]);
  });
});

describe('what is odd is told', () => {
  const inactive = { inactivity: { event: 'Visited', for: '30 days' } };

  it('of a transactional mail that answers nothing', async () => {
    const { warnings } = await publish({ ...minimal, trigger: inactive }, { hello: paid });
    expect(warnings).toEqual([
      { at: 'templates.hello', message: expect.stringContaining('may be marketing') },
    ]);
  });

  it('of a mail that reads an event which never is', async () => {
    const reading = mail(`<mj-text>{{ event.topic }}</mj-text>${footer}`);
    const { warnings } = await publish({ ...minimal, trigger: inactive }, { hello: reading });
    expect(warnings).toEqual([
      { at: 'templates.hello', message: expect.stringContaining('{{ event.topic }}') },
    ]);
  });
});

describe('an event that never came in is told where a campaign waits for it', () => {
  const wait = { wait: { for: '1 day', until: { event: 'Clicked Ad' } } };
  const document = campaignDocument.parse({
    ...{ ...minimal, goal: { event: 'Paid', within: '1 day' } },
    audience: { op: 'and', rules: [{ op: 'performed', event: 'Visited' }, plan] },
    steps: [wait, { emit: { event: 'Nudged' } }, { send: 'hello' }],
    exitOn: [{ event: 'Email Bounced' }, { event: 'Left' }],
  });

  it('but not of events of our own, nor of those that a step makes', () => {
    const places = unseen(document, new Set(['Left'])).map((one) => told(one).at);
    expect(places.sort()).toEqual([
      'campaign.audience.rules[0]',
      'campaign.goal',
      'campaign.steps[0].wait.until',
      'campaign.trigger',
    ]);
  });
});

describe('what a campaign refers to', () => {
  const document = campaignDocument.parse({
    ...minimal,
    audience: { op: 'and', rules: [plan, { op: 'in_segment', segment: 'vip' }] },
    steps: [
      { branch: { op: 'in_list', list: 'friends' }, yes: [{ enroll: 'other' }] },
      { update: { join: ['friends'] } },
      { offer: { from: ['gift'] }, granted: [{ leave: 'test' }] },
    ],
  });
  const nothing = {
    ...{ campaigns: new Map(), segments: new Map(), lists: new Map() },
    offers: new Set<string>(),
    workspace: defaultWorkspace,
  };
  const missing = (existing: object) =>
    besideProblems({ campaign: 'test', document }, { ...nothing, ...existing }).map(told);

  it('must be there, and is named with its place', () => {
    expect(missing({})).toEqual([
      { at: 'campaign.audience.rules[1].segment', message: 'there is no segment "vip"' },
      { at: 'campaign.steps[0].branch.list', message: 'there is no list "friends"' },
      { at: 'campaign.steps[0].yes[0].enroll', message: 'there is no campaign "other"' },
      { at: 'campaign.steps[1].update.join[0]', message: 'there is no list "friends"' },
      { at: 'campaign.steps[2].offer.from[0]', message: 'there is no offer "gift"' },
    ]);
  });

  it('may be itself', () => {
    const all = ['vip', 'friends', 'other', 'gift'].map((id) => [id, {}] as const);
    const existing = new Map(all);
    const there = { campaigns: existing, segments: existing, lists: existing, offers: existing };
    expect(missing(there)).toEqual([]);
  });
});
