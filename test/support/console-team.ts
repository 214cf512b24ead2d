// What the team of the shop does in its week: sets up topics and colleagues, publishes, calls leads, writes a newsletter.
import { readCampaign } from '../../infra/programs.ts';

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** "2026-12-01T09:00" */
const minuteOf = (at: number): string => new Date(at).toISOString().slice(0, 16);

const topics = [
  { id: 'news', name: 'News', names: { fa: 'خبرها', pl: 'Aktualności' }, joined: 'opt_out' },
  { id: 'offers', name: 'Offers', names: { fa: 'پیشنهادها', pl: 'Oferty' }, joined: 'opt_in' },
] as const;

const newsletter = (name: string, at: number) => ({
  campaign: {
    name,
    trigger: { schedule: { at: minuteOf(at), zone: 'UTC' } },
    audience: { op: 'everyone' },
    topic: 'news',
    steps: [{ send: 'newsletter' }],
  },
  templates: {},
});

async function settle(ask: Ask): Promise<void> {
  await ask('PUT', '/api/workspace', { holdout: 0, doubleOptIn: false, topics });
  await ask('PUT', '/api/users/ann@example.com', { role: 'marketer', name: 'Ann Berg' });
  await ask('PUT', '/api/users/omid@example.com', { role: 'sales', name: 'Omid Rahimi' });
  await ask('POST', '/api/tokens', { name: 'Shop export', role: 'viewer' });
  await ask('PUT', '/api/segments/customers', {
    name: 'Customers',
    description: 'Whoever has ordered at least once.',
    condition: { op: 'performed', event: 'Order Completed', count: { at_least: 1 } },
  });
  const { campaign, templates } = readCampaign('drip-nurture').body;
  const holdout = { percent: 20, because: 'what the mails change is measured' };
  const measured = { ...(campaign as object), holdout };
  await ask('PUT', '/api/campaigns/drip-nurture', { campaign: measured, templates });
}

async function meetPeople(ask: Ask, now: number): Promise<void> {
  await ask('PUT', '/api/lists/trade-fair', { name: 'Trade fair', description: 'Poznań, spring' });
  const add = ['user:u5', 'user:u9', 'user:u14'];
  await ask('POST', '/api/lists/trade-fair/contacts', { add });
  await ask('POST', '/api/contacts/user:u12/consents', {
    ...{ status: 'unsubscribed', method: 'phone', source: 'a call to the shop' },
    at: new Date(now).toISOString(),
  });
}

const writeNews = (ask: Ask, now: number) =>
  ask('PUT', '/api/campaigns/spring-news', newsletter('Spring news', now + 120_000));

async function callLeads(ask: Ask): Promise<void> {
  const stages = { u5: 'meeting', u10: 'contacted' };
  for (const [user, stage] of Object.entries(stages))
    await ask('PUT', `/api/contacts/user:${user}/stage`, { stage });
  const text = 'Wants a quote for twelve lines. Call again on Monday.';
  await ask('POST', '/api/contacts/user:u5/notes', { text });
}

async function planAhead(ask: Ask, now: number): Promise<void> {
  await ask('PUT', '/api/campaigns/summer-news', newsletter('Summer news', now + 20 * 86_400_000));
  await ask('PUT', '/api/webhook-endpoints/crm', {
    url: 'https://hooks.example.com/perennial',
    events: ['message.bounced', 'contact.unsubscribed', 'message.sent'],
  });
}

/** What is done in the morning of each day, in their order. */
export const teamDays: readonly ((ask: Ask, now: number) => Promise<unknown>)[] = [
  ...[settle, meetPeople, writeNews, callLeads, planAhead],
];
