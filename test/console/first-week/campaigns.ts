// A campaign is drawn, corrected in its text, published, paused and resumed; and what came of it is read.
import { expect } from 'vitest';
import { chord } from '../hands/keyboard.ts';
import { crowd, happens, type Week } from './week.ts';

const day = 86_400_000;

export async function drawCampaign({ hand, cast, opened }: Week): Promise<void> {
  await hand.press('link', 'Campaigns');
  await hand.press('link', 'New campaign');
  await hand.fill('Name', `Trial of ${cast.kind}`);
  await hand.press('button', 'Begin');
  await hand.press('tab', 'Settings');
  await hand.fill('Event', `Trial ${cast.kind}`);
  await hand.press('tab', 'Canvas');
  await addStep('Wait');
  await addStep('Send');
  await hand.choose('Template', `spring-${cast.kind}`, `spring-${cast.kind}`);
  await hand.sees(`Send "spring-${cast.kind}"`);
  await hand.confirm('Close');
  await hand.press('tab', 'YAML');
  await correctText();
  await hand.press('tab', 'Canvas');
  await hand.sees('Wait 2 days', 'Saved');
  await hand.press('button', 'Publish');
  await hand.sees('Publish this campaign?', `Who enters: when "Trial ${cast.kind}" happens`);
  await hand.confirm('Publish');
  await hand.sees('Live · version 1');
  await hand.press('button', 'Pause');
  await hand.fill('Reason', 'a typo');
  await hand.confirm('Pause');
  await hand.sees('Paused · version 1');
  await hand.press('button', 'Resume');
  await hand.sees('0 people fell due while it was paused.');
  await hand.press('radio', 'Skip it, and go on with what comes next');
  await hand.confirm('Resume');
  await hand.sees('Live · version 1');
  expect(await opened.ask('GET', `/api/campaigns/trial-of-${cast.kind}`)).toMatchObject({
    state: 'live',
    live: {
      campaign: {
        ...{ trigger: { event: `Trial ${cast.kind}` }, holdout: 50 },
        steps: [{ send: `spring-${cast.kind}` }, { wait: { for: '2 days' } }],
      },
    },
  });

  /** Before what is there already. */
  async function addStep(kind: string) {
    await hand.press('button', 'Add a step here');
    await hand.press('menuitem', kind);
    if (kind === 'Wait') await hand.confirm('Close');
  }

  /** How long it waits, and what it is measured by. */
  async function correctText() {
    const { page } = hand;
    await hand.reach('field', 'The campaign as YAML');
    await chord(page, 'Control', 'Home');
    await page.keyboard.type(
      `holdout: 50\ngoal: { event: Paid ${cast.kind}, within: 30 days, value: value }\n`,
    );
    await chord(page, 'Control', 'f');
    await page.waitForSelector('.cm-search input:focus');
    await page.keyboard.type('1 day');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.cm-content:focus');
    await page.keyboard.type('2 days');
  }
}

export async function readResult(week: Week): Promise<void> {
  const { hand, cast, opened } = week;
  // The console is left meanwhile: who comes back after days signs in anew.
  await hand.page.goto(`${opened.runtime.url}/_local/outbox`);
  await later();
  await happens(week, `Trial ${cast.kind}`, crowd);
  await later();
  await happens(week, `Paid ${cast.kind}`, 5);
  await later();
  const { treatment, holdout, messages } = (await opened.ask(
    'GET',
    `/api/campaigns/trial-of-${cast.kind}/results`,
  )) as Results;
  expect(treatment.entered + holdout.entered).toBe(crowd);
  expect(Math.min(treatment.entered, holdout.entered)).toBeGreaterThan(0);
  expect(treatment.goals + holdout.goals).toBe(5);
  await hand.page.goto(`${opened.runtime.url}/#/campaigns`);
  await hand.press('link', `Trial of ${cast.kind}`);
  await hand.sees(`Entered ${treatment.entered}`, `Held out ${holdout.entered}`);
  await hand.sees(`Sent ${messages.sent}`, `Goal ${treatment.goals}`);
  await hand.press('tab', 'Results');
  await hand.sees('Treated and held out', 'Difference:');
  const rows = await hand.page.$$eval('main tr', (all) => all.map((one) => one.innerText));
  expect(rows).toEqual(
    expect.arrayContaining([
      `Entered\t${treatment.entered}\t${holdout.entered}`,
      `Reached the goal\t${treatment.goals}\t${holdout.goals}`,
      `Value of the goals\t${20 * treatment.goals}\t${20 * holdout.goals}`,
    ]),
  );

  async function later() {
    const { forward, clock } = opened.runtime;
    await forward.advanceTo(clock.now() + day);
  }
}

interface Group {
  readonly entered: number;
  readonly goals: number;
}

interface Results {
  readonly treatment: Group;
  readonly holdout: Group;
  readonly messages: { readonly sent: number };
}
