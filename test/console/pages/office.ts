// What is set up rather than done: a broadcast for later, a shop that is connected, what was set aside, the settings.
import { expect, it } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

export function broadcastsTests(opened: () => OpenConsole): void {
  it('says what is missing, is planned for later, and paused with its reason', async () => {
    const page = await opened().open('/broadcasts/new');
    const hand = handOn(page, 'keyboard');
    await hand.press('button', 'Start…');
    await hand.sees('What is it called?');
    await hand.fill('Name', 'Summer news');
    await hand.press('radio', 'Everybody');
    await hand.choose('Template', 'newsletter', 'newsletter');
    await hand.press('radio', 'At a time');
    await hand.fill('Date and time', '2035-05-01T09:00');
    await hand.press('button', 'Schedule…');
    await hand.confirm('Yes, schedule it');
    await hand.sees('It is scheduled');
    await hand.press('button', 'Pause');
    await hand.fill('Reason', 'a typo');
    await hand.confirm('Pause');
    await hand.sees('It is paused', 'a typo');
    await page.browserContext().close();
  });

  it('is not done while people wait for their moment, and can be stopped', async () => {
    await spread(opened());
    await opened().runtime.forward.quiet();
    const page = await opened().open('/broadcasts/spread');
    const hand = handOn(page, 'mouse');
    await hand.sees('still to come', 'Mails sent');
    await hand.press('button', 'Stop');
    await hand.fill('Reason', 'wrong news');
    await hand.confirm('Stop');
    await hand.sees('Stopped');
    await page.browserContext().close();
  });
}

/** Of people who have said yes, and have had no other mail. */
async function spread({ ask }: OpenConsole): Promise<void> {
  const said = { status: 'subscribed', method: 'paper', source: 'a fair', at: '2026-01-01' };
  for (const user of ['s1', 's2', 's3', 's4']) {
    await ask('POST', '/api/contacts', { user, email: `${user}@example.com` });
    await ask('POST', `/api/contacts/user:${user}/consents`, said);
  }
  const campaign = {
    name: 'Spread',
    ...{ basis: 'consent', trigger: { schedule: { at: '2035-01-01T09:00' } } },
    audience: { attribute: 'email', op: 'starts_with', value: 's' },
    ...{ sending: { spread: '7 days' }, steps: [{ send: 'newsletter' }] },
  };
  await ask('PUT', '/api/campaigns/spread', { campaign });
  await ask('POST', '/api/campaigns/spread/runs', {});
}

export function sourcesTests(opened: () => OpenConsole): void {
  it('connects a shop, and shows the address and the secret once', async () => {
    const page = await opened().open('/sources/connect');
    const hand = handOn(page, 'keyboard');
    await hand.press('button', 'WooCommerce');
    await hand.press('button', 'Connect WooCommerce');
    await hand.sees(`${opened().runtime.url}/hooks/woocommerce`);
    await hand.press('button', 'Make a secret');
    await hand.sees('it is shown this once');
    await hand.confirm('I have copied it');
    await page.browserContext().close();
  });

  it('mends and replays what was set aside', async () => {
    const { url, writeKey } = opened().runtime;
    const authorization = `Basic ${btoa(`${writeKey}:`)}`;
    await fetch(`${url}/v1/track`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'u1' }),
    });
    const page = await opened().open('/sources/quarantine');
    const hand = handOn(page, 'keyboard');
    await hand.press('button', 'Mend and replay');
    const mended = { type: 'track', event: 'Product Viewed', userId: 'u1' };
    await hand.fill('What is read', JSON.stringify(mended));
    await hand.press('button', 'Replay');
    await hand.sees('and it was taken');
    await page.browserContext().close();
  });
}

export function settingsTests(opened: () => OpenConsole): void {
  it('keeps who mail is from, and the audit tells who changed it', async () => {
    const page = await opened().open('/settings');
    const hand = handOn(page, 'keyboard');
    await hand.fill('Name', 'Green Tea House');
    await page.keyboard.press('Enter');
    await hand.sees('Mail that is sent from now on shows it');
    expect(await opened().ask('GET', '/api/organization')).toMatchObject({
      name: 'Green Tea House',
    });
    await hand.press('tab', 'Audit log');
    await hand.sees('Changed organization');
    await page.browserContext().close();
  });

  it('adds a topic, and leaves the other rules as they were', async () => {
    const before = await opened().ask('GET', '/api/workspace');
    const page = await opened().open('/settings/topics');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'Add a topic');
    await hand.fill('Name', 'News');
    await hand.fill('Id', 'news');
    await hand.confirm('Save');
    await page.waitForSelector('::-p-aria(Edit News)');
    const topics = [{ id: 'news', name: 'News', joined: 'opt_in' }];
    expect(await opened().ask('GET', '/api/workspace')).toEqual({ ...(before as object), topics });
    await page.browserContext().close();
  });

  it('registers a server that is told, and shows its secret once', async () => {
    const page = await opened().open('/settings/webhooks');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'Add a server');
    await hand.fill('Id', 'crm');
    await hand.fill('Address', 'https://crm.example.com/hook');
    await hand.press('button', 'Save');
    await hand.sees('it is shown this once');
    const secret = await page.$eval('[aria-label="Secret"]', (code) => code.textContent);
    expect(secret).toMatch(/^whsec_/);
    await page.browserContext().close();
  });
}
