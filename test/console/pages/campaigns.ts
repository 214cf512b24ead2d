// Campaigns, besides what the first week has: taking back on the canvas, text that cannot be read, two people at one draft.
import type { KeyInput, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { judged, type OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';
import { chord } from '../hands/keyboard.ts';

const stepsOn = (page: Page) =>
  page.$$eval('[data-step]', (all) =>
    all.map((one) => (one as HTMLElement).innerText.split('\n').filter(Boolean)[1]),
  );

const draftOf = (wait: string) => ({
  campaign: {
    ...{ name: 'Waiting', trigger: { event: 'Trial Started' } },
    steps: [{ wait: { for: wait } }, { wait: { for: '1 hour' } }],
  },
  templates: {},
});

export function campaignsTests(opened: () => OpenConsole): void {
  it('on the canvas keys double, move and take away steps, and take all of it back', async () => {
    await opened().ask('PUT', '/api/campaigns/by-keys/draft', draftOf('1 day'));
    const page = await opened().open('/campaigns/by-keys');
    await handOn(page, 'keyboard').reach('button', 'Wait Wait 1 day');
    const drawn = (...steps: readonly string[]) =>
      expect.poll(() => stepsOn(page), { timeout: 60_000 }).toEqual(steps);
    const hold = (held: KeyInput, key: KeyInput) => chord(page, held, key);
    await hold('Control', 'd');
    await drawn('Wait 1 day', 'Wait 1 day', 'Wait 1 hour');
    await page.keyboard.press('Delete');
    await drawn('Wait 1 day', 'Wait 1 hour');
    await hold('Alt', 'ArrowDown');
    await drawn('Wait 1 hour', 'Wait 1 day');
    await hold('Control', 'z');
    await hold('Control', 'z');
    await drawn('Wait 1 day', 'Wait 1 day', 'Wait 1 hour');
    await hold('Control', 'y');
    await drawn('Wait 1 day', 'Wait 1 hour');
    await page.browserContext().close();
  });

  it('shows what is different before it goes live, and leaves it when the answer is no', async () => {
    const { ask, open } = opened();
    const path = '/api/campaigns/twice-published';
    await ask('PUT', path, draftOf('1 day'));
    await ask('PUT', `${path}/draft`, draftOf('3 days'));
    const page = await open('/campaigns/twice-published');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'Publish');
    await hand.sees('Publish what has changed?', 'step changed', 'Wait 1 day', 'Wait 3 days');
    await hand.confirm('Cancel');
    expect(await ask('GET', path)).toMatchObject({ version: 1 });
    await hand.press('button', 'Publish');
    await hand.confirm('Publish');
    await hand.sees('Live · version 2');
    await hand.press('tab', 'Versions');
    await hand.press('button', 'Edit from this version');
    await hand.sees('Not published yet', 'It is in the draft now.');
    await hand.press('button', 'Publish');
    await hand.confirm('Publish');
    await hand.sees('Live · version 3');
    expect(await ask('GET', path)).toMatchObject({
      live: { campaign: { steps: [{ wait: { for: '1 day' } }, { wait: { for: '1 hour' } }] } },
    });
    await page.browserContext().close();
  });

  it('text that cannot be read never reaches the campaign', async () => {
    const page = await opened().open('/campaigns/drip-nurture/yaml');
    const hand = handOn(page, 'mouse');
    await hand.reach('field', 'The campaign as YAML');
    await chord(page, 'Control', 'Home');
    await page.keyboard.sendCharacter('{[');
    await hand.sees('This text cannot be read yet');
    await hand.press('tab', 'Canvas');
    await hand.sees('Send "welcome"');
    const campaign = await opened().ask('GET', '/api/campaigns/drip-nurture');
    expect(campaign).not.toHaveProperty('writing');
    await page.browserContext().close();
  });

  it('is tried with somebody who is searched for, by an event of theirs, and tells in words what it decides', async () => {
    const { ask, open, runtime } = opened();
    const who = { email: 'tess@try.example.com', attributes: { first_name: 'Tess' } };
    const { id } = (await ask('POST', '/api/contacts', who)) as { readonly id: string };
    const { campaign, templates } = draftOf('1 day');
    const holdout = { percent: 0, because: 'it is tried' };
    await ask('PUT', '/api/campaigns/tried', { campaign: { ...campaign, holdout }, templates });
    await runtime.forward.quiet();
    const properties = { plan: 'pro' };
    await ask('POST', `/api/contacts/${id}/events`, { name: 'Trial Started', properties });
    await runtime.forward.quiet();
    const page = await open('/campaigns/tried/test');
    const hand = handOn(page, 'mouse');
    await hand.choose('Contact', 'Tess · tess@try.example.com', 'tess');
    await hand.choose('Event that lets them in', 'Trial Started', 'Trial');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('pro'));
    await hand.press('button', 'Let this contact in');
    await hand.sees('Not let into “Waiting” — waiting at wait');
    await page.browserContext().close();
  });

  it('of two who write the same draft the slower one chooses whose it is', async () => {
    await opened().ask('PUT', '/api/campaigns/shared/draft', draftOf('1 day'));
    const [page, other] = [
      await opened().open('/campaigns/shared'),
      await opened().open('/campaigns/shared'),
    ];
    const [hand, otherHand] = [handOn(page, 'mouse'), handOn(other, 'mouse')];
    await retime(hand, 'Wait 1 day', '2');
    await hand.sees('Wait 2 days', 'Saved');
    await retime(otherHand, 'Wait 1 day', '3');
    await otherHand.sees('Somebody else has changed this draft');
    await otherHand.confirm('Keep mine');
    await otherHand.sees('Saved');
    expect(await opened().ask('GET', '/api/campaigns/shared')).toMatchObject({
      writing: { campaign: { steps: [{ wait: { for: '3 days' } }, {}] } },
    });
    await page.browserContext().close();
    await other.browserContext().close();
  });

  it('an audience is built and counted; one that is unfinished is kept, and says what it wants', async () => {
    const page = await opened().open('/campaigns/score-pricing/settings');
    const hand = handOn(page, 'mouse');
    const audience = '[role=group][aria-label="Audience"]';
    const within = (name: string) =>
      page.locator(`${audience} ::-p-aria([role="button"][name="${name}"])`).click();
    await within('Add a condition');
    await within('Choose a condition');
    await hand.press('menuitem', 'Consent or a topic');
    await page.waitForSelector('[data-count]');
    await within('Add a condition');
    await hand.press('menuitem', 'A segment');
    await hand.sees('Which segment?', 'Saved');
    await within('Close the builder');
    await hand.sees('have said yes to marketing mail and are in the segment');
    expect(await opened().ask('GET', '/api/campaigns/score-pricing')).toMatchObject({
      writing: {
        campaign: {
          audience: { op: 'and', rules: [{ op: 'consent' }, { op: 'in_segment', segment: '' }] },
        },
      },
    });
    await within('Change the condition');
    expect(await judged(page)).toEqual([]);
    await page.browserContext().close();
  });
}

async function retime(hand: ReturnType<typeof handOn>, step: string, days: string): Promise<void> {
  await hand.press('button', `Wait ${step}`);
  await hand.fill('For', days);
}
