// Results: what is counted while the whole system works, and the campaign that stops itself.
import { beforeEach, describe, expect, it } from 'vitest';
import { createBookKeeping } from '../../functions/adapters/book-keeping.ts';
import { createTallies } from '../../functions/adapters/tallies.ts';
import { results } from '../../functions/use-cases/results.ts';
import type { Publication } from '../../infra/programs.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { sesEvent } from '../support/ses-events.ts';
import {
  campaign,
  contactOf,
  get,
  identify,
  tell,
  timeline,
  unsubscribe,
} from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const day = 86_400_000;

const offer = campaign('Cart Abandoned', 'marketing', 'Come back') as Publication['body'] & {
  campaign: object;
};

/** Half of the people are held out to measure it; its goal is an order, worth its total. */
const measured: Publication = {
  id: 'measured',
  body: {
    ...offer,
    campaign: {
      ...offer.campaign,
      holdout: 50,
      goal: { event: 'Order Completed', within: '30 days', value: 'total' },
    },
  },
};
const publications = [measured];

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openWorkspace({}, publications));
});

const tallies = () =>
  createTallies(workspace.world.observer, workspace.world.tables.work, workspace.world.now);
const resultsOf = (campaignId: string) => results(tallies(), campaignId);

const users = Array.from({ length: 40 }, (_, index) => `user-${index}`);
const abandon = (userId: string) => ({ type: 'track', event: 'Cart Abandoned', userId });
const buy = (userId: string, total: string, currency?: string) => ({
  type: 'track',
  event: 'Order Completed',
  userId,
  properties: { total, currency },
});

async function bounce(user: string, type: 'Bounce' | 'Complaint' = 'Bounce', message = 'msg_1') {
  const contact = await contactOf(workspace, `user:${user}`);
  const recipients = [{ emailAddress: `${user}@example.com` }];
  const part =
    type === 'Bounce'
      ? { bounceType: 'Permanent', bouncedRecipients: recipients }
      : { complainedRecipients: recipients };
  const tags = { message, contact, campaign: 'measured' };
  const body = JSON.stringify(sesEvent(type, { tags, part, mail: { messageId: message } }));
  await workspace.world.invoke('feedback', { Records: [{ messageId: '0', body }] });
  await workspace.world.quiet();
}

describe('results', () => {
  it('count both groups, their goals and their value, and what became of the messages', async () => {
    await tell(workspace, ...users.map((user) => identify(user)));
    await tell(workspace, ...users.map(abandon));
    await workspace.world.advance(day);
    await tell(workspace, ...users.slice(0, 20).map((user) => buy(user, '10.10')));
    const { treatment, holdout, messages, steps, days } = await resultsOf('measured');
    expect(treatment.entered + holdout.entered).toBe(40);
    expect(treatment.entered).toBeGreaterThan(10);
    expect(holdout.entered).toBeGreaterThan(10);
    expect(treatment.goals + holdout.goals).toBe(20);
    const amount = String(Math.round(treatment.goals * 1010) / 100);
    expect(treatment.values).toEqual([{ amount }]);
    expect(holdout.rate).toBe(holdout.goals / holdout.entered);
    expect(messages).toEqual({
      ...{ opened: 0, clicked: 0, openRate: 0, clickRate: 0 },
      byMachine: { opened: 0, clicked: 0 },
      requested: treatment.entered,
      sent: treatment.entered,
      delivered: treatment.entered,
      bounced: 0,
      complained: 0,
      bounceRate: 0,
      complaintRate: 0,
      withheld: {},
    });
    // Each where it happened, and nowhere else: the days count the campaign as a whole.
    const mail = { requested: treatment.entered, sent: treatment.entered };
    expect(Object.values(steps)).toContainEqual(mail);
    expect(days.flatMap(({ counts }) => Object.keys(counts)).join()).not.toContain('/');
    expect(days.map((one) => one.day)).toEqual(['2026-01-05', '2026-01-06']);
    expect(await resultsOf('other')).toMatchObject({ treatment: { entered: 0, values: [] } });
    const over = (query: string) => get(workspace, `/api/campaigns/measured/results${query}`);
    expect(await over('')).toEqual(await resultsOf('measured'));
    expect(await over('?since=2026-01-06')).toMatchObject({
      treatment: { entered: 0, goals: treatment.goals },
    });
  });

  it('never add up what was paid in different currencies, nor count what is none', async () => {
    await tell(workspace, ...users.map((user) => identify(user)));
    await tell(workspace, ...users.map(abandon));
    const bought = users.map((user, index) => buy(user, '10', ['EUR', 'pln', 'QQQ'][index % 3]));
    await tell(workspace, ...bought);
    const { treatment, holdout } = await resultsOf('measured');
    const sum = (currency?: string) =>
      [...treatment.values, ...holdout.values]
        .filter((one) => one.currency === currency)
        .reduce((all, { amount }) => all + Number(amount), 0);
    expect([sum('EUR'), sum('PLN'), sum()]).toEqual([140, 130, 130]);
  });

  it('count what was withheld, by the engine and when it was to leave, and what came back', async () => {
    await tell(workspace, ...users.map((user) => identify(user)));
    await tell(workspace, ...users.map(abandon));
    const [letter] = await workspace.world.outbox.letters();
    await unsubscribe(workspace, letter?.to ?? '');
    await workspace.world.quiet();
    await tell(workspace, abandon((letter?.to ?? '').replace('@example.com', '')));
    await bounce('user-1', 'Bounce', 'msg_a');
    await bounce('user-1', 'Bounce', 'msg_a');
    await bounce('user-2', 'Complaint', 'msg_b');
    expect((await resultsOf('measured')).messages).toMatchObject({
      withheld: { unsubscribed: 1 },
      bounced: 1,
      complained: 1,
    });
    const { steps } = await resultsOf('measured');
    expect(Object.values(steps)).toContainEqual(
      expect.objectContaining({ 'withheld.unsubscribed': 1 }),
    );
  });
});

describe('a campaign whose mail bounces too often', () => {
  it('is paused by itself with the reason, and lets nobody in', async () => {
    await tell(workspace, identify('user-1'), identify('user-2'));
    await tallies().add(new Map([['measured', { sent: '600', bounced: '30' }]]));
    await bounce('user-1');
    const keeping = createBookKeeping(workspace.world.observer, workspace.world.tables.core);
    const card = (await keeping.read()).campaigns.get('measured');
    expect(card).toMatchObject({
      state: 'paused',
      changed: { by: 'guard rails', because: '5.17% of 600 mails bounced: more than 5%' },
    });
    await tell(workspace, abandon('user-2'));
    const rows = await timeline(workspace, 'user:user-2');
    expect(rows.flatMap(({ transitions }) => transitions)).toContainEqual(
      expect.objectContaining({ kind: 'not_entered', reason: 'paused' }),
    );
  });

  it('goes on while few enough do', async () => {
    await tell(workspace, identify('user-1'));
    await tallies().add(new Map([['measured', { sent: '600', bounced: '29' }]]));
    await bounce('user-1');
    const keeping = createBookKeeping(workspace.world.observer, workspace.world.tables.core);
    expect((await keeping.read()).campaigns.get('measured')).toMatchObject({ state: 'live' });
  });
});
