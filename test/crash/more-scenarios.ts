// The other programs, and the work of marketers in the background, for the crash explorer.
import { webhookThrough } from '../support/leads.ts';
import { openReceiver } from '../support/receiver.ts';
import { call } from '../support/sender.ts';
import { campaign } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';
import { openPrepared, type Puts, programPuts } from './prepared.ts';
import type { Scenario } from './scenarios.ts';
import { batch, day, hour, identify, minute, person, track } from './website.ts';

const opening =
  (name: string, puts: () => Puts): NonNullable<Scenario['open']> =>
  (options) =>
    openPrepared(name, puts, options);

const program = (name: string) => opening(name, () => programPuts(name));

const order = (userId: string, id: string, product: string) => ({
  ...track('Order Completed', {
    order_id: id,
    revenue: 120,
    currency: 'EUR',
    products: [{ product_id: product, price: 120, quantity: 1 }],
  }),
  userId,
});

/** One free line of cable TV is left. */
const oneLeft = (puts: Puts): Puts =>
  puts.map((one) =>
    one.path === '/api/offers/free-cable-tv'
      ? { ...one, body: { ...(one.body as object), stock: 1 } }
      : one,
  );

const post = ({ world, keys }: Workspace, path: string, body: object = {}) =>
  call(world, keys.adminToken, { path, method: 'POST', body: JSON.stringify(body) });
const put = ({ world, keys }: Workspace, path: string, body: object) =>
  call(world, keys.adminToken, { path, method: 'PUT', body: JSON.stringify(body) });

const server = openReceiver();
/** When all is explored. */
export const closeServer = async () => (await server).close();

const webhookCampaign = (url: string): Puts => [
  {
    path: '/api/campaigns/leads',
    body: {
      campaign: {
        name: 'Leads',
        trigger: { event: 'Lead Qualified' },
        steps: [{ webhook: { url, body: { plan: '{{ person.plan }}' } } }],
      },
      templates: {},
    },
  },
];

const openWebhook: NonNullable<Scenario['open']> = async (options) => {
  const { network, url } = await server;
  const replaced = { webhook: webhookThrough(network), ...options.replaced };
  return openPrepared('webhook', () => webhookCampaign(url), { ...options, replaced });
};

/** Whoever is resumed gets its mail, and is inside no more. */
const nudge: Puts = [
  {
    path: '/api/campaigns/nudge',
    body: campaign('Cart Filled', 'marketing', 'Still there?', '2 hours'),
  },
];

const news = campaign('', 'marketing', 'News');
const nextNews: Puts = [
  {
    path: '/api/campaigns/news',
    body: {
      ...news,
      campaign: { ...(news.campaign as object), trigger: { schedule: { at: '2027-01-05T10:00' } } },
    },
  },
];

export const moreScenarios: readonly Scenario[] = [
  {
    name: 'abandoned cart, ordered after the reminder',
    mails: 1,
    open: program('event-based'),
    run: async (workspace) => {
      await batch(workspace, identify);
      await workspace.world.advance(10 * minute);
      await batch(workspace, track('Checkout Started'));
      await workspace.world.advance(3 * hour);
      await batch(workspace, order('u-1', 'o-1', 'case'));
      await workspace.world.advance(day);
    },
  },
  {
    name: 'lead score and hand-off to sales',
    mails: 0,
    open: program('drip-nurture'),
    run: async (workspace) => {
      await batch(workspace, identify);
      await workspace.world.advance(10 * minute);
      for (const event of ['Pricing Viewed', 'Document Downloaded', 'Pricing Viewed']) {
        await batch(workspace, track(event));
        await workspace.world.advance(10 * minute);
      }
      await workspace.world.advance(35 * day);
    },
  },
  {
    name: 'cross-sell, with one free offer left for two customers',
    mails: 3,
    open: opening('cross-sell', () => oneLeft(programPuts('cross-sell'))),
    run: async (workspace) => {
      const { world } = workspace;
      const since = { customer_since: '2020-01-01' };
      await batch(workspace, person('u-1', since), person('u-2', since));
      await world.advance(10 * minute);
      await batch(workspace, order('u-1', 'o-1', 'mobile-s'));
      await world.advance(hour);
      await batch(workspace, order('u-2', 'o-2', 'mobile-s'));
      await world.advance(4 * day);
      const taken = { ...track('Subscription Started', { product_id: 'cable-tv' }), userId: 'u-1' };
      await batch(workspace, taken);
      await world.advance(12 * day);
    },
  },
  {
    name: 'win-back, up to the second mail',
    mails: 2,
    open: program('win-back'),
    run: async (workspace) => {
      const { world } = workspace;
      await batch(workspace, person('u-1'));
      for (const id of ['o-1', 'o-2', 'o-3', 'o-4']) {
        await world.advance(5 * day);
        await batch(workspace, order('u-1', id, 'case'));
      }
      await world.advance(45 * day);
    },
  },
  {
    name: 'a pause, and what fell due in it',
    mails: 2,
    open: opening('nudge', () => nudge),
    run: async (workspace) => {
      const { world } = workspace;
      for (const user of ['u-1', 'u-2'])
        await batch(workspace, person(user), { ...track('Cart Filled'), userId: user });
      await world.advance(30 * minute);
      await post(workspace, '/api/campaigns/nudge/pause', { because: 'a wrong price' });
      await world.advance(3 * hour);
      await post(workspace, '/api/campaigns/nudge/resume', { stale: 'send' });
      await world.advance(2 * hour);
    },
  },
  {
    name: 'a segment that is published when its members are there',
    mails: 0,
    open: program('drip-nurture'),
    run: async (workspace) => {
      const { world } = workspace;
      for (const user of ['u-1', 'u-2', 'u-3'])
        await batch(workspace, person(user), { ...track('Report Read'), userId: user });
      await world.advance(10 * minute);
      const condition = { op: 'performed', event: 'Report Read', within: '2 days' };
      await put(workspace, '/api/segments/readers', { name: 'Readers', condition });
      await world.advance(hour);
    },
  },
  {
    name: 'a webhook step',
    mails: 0,
    open: openWebhook,
    run: async (workspace) => {
      await batch(workspace, person('u-1', { plan: 'pro' }), track('Lead Qualified'));
      await workspace.world.advance(hour);
    },
  },
  {
    name: 'a broadcast to three readers',
    mails: 3,
    open: opening('broadcast', () => nextNews),
    run: async (workspace) => {
      await batch(workspace, person('u-1'), person('u-2'), person('u-3'));
      await workspace.world.advance(10 * minute);
      await post(workspace, '/api/campaigns/news/runs');
      await workspace.world.advance(2 * hour);
    },
  },
];
