// A mail as people read it: its picture is fetched, its link is clicked in a real browser, and leads to the shop.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visit } from '../support/browser.ts';
import { Visitors } from '../support/visitors.ts';

const visitors = new Visitors();
const { runtime } = visitors;

beforeAll(() => visitors.open(), 120_000);
afterAll(() => visitors.close());

async function owner(method: string, path: string, body: unknown): Promise<void> {
  const { adminToken } = await runtime.get<{ adminToken: string }>('/_local/token');
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const init = { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(`${runtime.url}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const template = (shop: string) => ({
  kind: 'marketing',
  subject: 'Hats',
  mjml: `<mjml><mj-body><mj-section><mj-column>
<mj-button href="${shop}?a=1&amp;b={{ event.cart | url_encode }}">To the shop</mj-button>
<mj-text>{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>
</mj-column></mj-section></mj-body></mjml>`,
});

async function mailAbout(shop: string): Promise<string> {
  await owner('PUT', '/api/organization', { name: 'Hats', address: '12 Garden Street' });
  await owner('PUT', '/api/campaigns/hats', {
    campaign: {
      ...{ name: 'Hats', basis: 'soft_opt_in' },
      holdout: { percent: 0, because: 'one reader' },
      trigger: { event: 'Cart Abandoned' },
      steps: [{ send: 'mail' }],
    },
    templates: { mail: template(shop) },
  });
  const headers = { authorization: `Basic ${btoa(`${runtime.writeKey}:`)}` };
  const said = [
    { type: 'identify', userId: 'sara', traits: { email: 'sara@example.com' } },
    { type: 'track', userId: 'sara', event: 'Cart Abandoned', properties: { cart: 'چای & نان' } },
  ];
  const body = JSON.stringify({ batch: said });
  await fetch(`${runtime.url}/v1/batch`, { method: 'POST', headers, body });
  await runtime.advance('1 hour');
  const [mail] = await runtime.get<{ id: string }[]>('/_local/outbox.json');
  return `${runtime.url}/_local/outbox/mails/${mail?.id}.html`;
}

it('is opened and clicked: the shop sees the visitor, the timeline tells both', async () => {
  const shop = visitors.site.put('/hats', '<title>Hats</title>');
  const { page, visitor } = await visit(visitors.browser, 'about:blank');
  // Without a screen, Chromium says so in its name, and that it speaks no language.
  const userAgent = (await visitors.browser.userAgent()).replace('Headless', '');
  await page.setUserAgent({ userAgent });
  await page.setExtraHTTPHeaders({ 'accept-language': 'fa-IR' });
  await page.goto(await mailAbout(shop));
  await page.$$eval('base, a', (all) => {
    for (const one of all) one.removeAttribute('target');
  });
  const shown = await page.$$eval('a', (all) => all.map((one) => one.offsetParent !== null));
  expect(shown).toEqual([true, true, false]);
  const names = await page.accessibility.snapshot().then((tree) => JSON.stringify(tree));
  expect(names.match(/"role":"link"/g)).toHaveLength(2);
  await Promise.all([page.waitForNavigation(), page.click('a')]);
  expect(page.url()).toBe(
    `${shop}?a=1&b=${encodeURIComponent('چای & نان').replaceAll('%20', '+')}`,
  );
  await runtime.advance('1 minute');
  const found = (await visitors.arrived('user:sara')).filter((one) => one.source === 'tracking');
  expect(found.map((one) => one.name).sort()).toEqual(['Email Link Clicked', 'Email Opened']);
  for (const { properties } of found)
    expect(properties).toMatchObject({ campaign_id: 'hats', machine: false, first: true });
  await visitor.close();
});
