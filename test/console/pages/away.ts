// What somebody sees who is away for a while: the server does not answer, or they have been signed out meanwhile.
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

const goTo = (page: Page, path: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);

const signedOut = async (page: Page) => {
  const visitor = page.browserContext();
  await visitor.deleteCookie(...(await visitor.cookies()));
};

export function awayTests(opened: () => OpenConsole): void {
  it('is told that nobody answers, and finds the page once somebody does', async () => {
    const page = await opened().open('/');
    const hand = handOn(page, 'mouse');
    await page.setOfflineMode(true);
    await goTo(page, '/settings');
    await hand.sees('No answer');
    await page.setOfflineMode(false);
    await hand.press('button', 'Try again');
    await hand.sees('Postal address');
    await page.browserContext().close();
  });

  it('is asked in again where a page was refused, and by nobody else’s leave', async () => {
    const page = await opened().open('/');
    const hand = handOn(page, 'mouse');
    await signedOut(page);
    await goTo(page, '/segments');
    // On their own machine its owner is let in without asking.
    await hand.sees('Hot leads');
    await page.evaluate(() => sessionStorage.setItem('perennial-left', 'yes'));
    await signedOut(page);
    await goTo(page, '/catalog');
    await hand.sees('Sign in with a token');
    await page.browserContext().close();
  });

  it('may look only, and is told so where there is nothing to look at', async () => {
    const { ask, open } = opened();
    const { secret } = (await ask('POST', '/api/tokens', { name: 'onlooker', role: 'viewer' })) as {
      readonly secret: string;
    };
    const page = await open('/');
    const hand = handOn(page, 'mouse');
    await page.evaluate(() => sessionStorage.setItem('perennial-left', 'yes'));
    await signedOut(page);
    await goTo(page, '/campaigns');
    await hand.fill('Token', secret);
    await hand.press('button', 'Sign in with a token');
    await hand.sees('Lead nurture');
    await goTo(page, '/contacts/import');
    await hand.sees('You may look, but not change this');
    expect(await page.$('input[type=file]')).toBeNull();
    await page.browserContext().close();
  });
}
