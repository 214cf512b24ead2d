// What sells: a product and an offer of it; and the leads that a campaign hands to people.
import { expect } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { addressOf, happens, type Week } from './week.ts';

export async function keepCatalog({ hand, cast, opened }: Week): Promise<void> {
  await hand.press('link', 'Catalog and offers');
  await hand.press('button', 'Add a product');
  await hand.fill('Name', `Tea of ${cast.kind}`);
  await hand.fill('Id', `tea-${cast.kind}`);
  await hand.fill('Price', '4.90');
  await hand.fill('Currency', 'EUR');
  await hand.confirm('Save');
  await hand.sees(`Tea of ${cast.kind}`, '€4.90');
  await hand.press('tab', 'Offers');
  await hand.press('button', 'Add an offer');
  await hand.fill('Name', `Free tea of ${cast.kind}`);
  await hand.fill('Id', `free-tea-${cast.kind}`);
  await hand.choose('Kind', 'Product');
  await hand.choose('Product', `Tea of ${cast.kind}`, `tea-${cast.kind}`);
  await hand.fill('How many at most', '50');
  await hand.confirm('Save');
  await hand.sees(`Free tea of ${cast.kind}`, '0 of 50');
  const { items } = (await opened.ask('GET', '/api/offers?limit=100')) as Listed;
  expect(items).toContainEqual(
    expect.objectContaining({ product: `tea-${cast.kind}`, stock: 50, kind: 'product' }),
  );
}

/** A campaign that hands leads to sales. */
export async function prepareLeads({ ask }: Pick<OpenConsole, 'ask'>): Promise<void> {
  const task = {
    task: {
      title: 'Call {{ person.first_name }} {{ person.last_name }}',
      for: 'sales',
      due: '1 day',
    },
  };
  const campaign = { name: 'Hand over', trigger: { event: 'Demo Requested' }, steps: [task] };
  await ask('PUT', '/api/campaigns/hand-over', { campaign });
}

/** Somebody who asked for a demo, and waits for a call. */
export async function workPipeline(week: Week): Promise<void> {
  const { hand, cast, opened } = week;
  const lead = `${cast.first} ${cast.last}`;
  await happens(week, 'Demo Requested', 1);
  await hand.press('link', 'Tasks');
  await hand.press('tab', 'Pipeline');
  await hand.choose(`Stage of ${lead}`, 'Meeting');
  await hand.page.waitForSelector(`::-p-xpath(//section[.//h2[.="Meeting"]]//button[.="${lead}"])`);
  await hand.press('button', lead);
  await hand.sees('Open the profile', 'Demo Requested');
  await hand.confirm('Close');
  await hand.press('tab', 'Open tasks');
  await hand.press('button', `Hand over: Call ${lead}`);
  await hand.fill('Owner', `${cast.city} office`);
  await hand.confirm('Hand over');
  await hand.sees(`${cast.city} office`);
  await hand.press('button', `Finish: Call ${lead}`);
  await hand.fill('Note', 'Buys in spring');
  await hand.confirm('It is done');
  await hand.sees('The task is finished.');
  const contact = (await opened.ask('GET', `/api/contacts/email:${addressOf(cast, 0)}`)) as Lead;
  expect(contact.traits).toMatchObject({ lead_stage: 'meeting' });
  const tasks = (await opened.ask('GET', `/api/contacts/${contact.id}/tasks`)) as Listed;
  expect(tasks.items).toMatchObject([{ finish: { state: 'done', note: 'Buys in spring' } }]);
}

interface Lead {
  readonly id: string;
  readonly traits: Readonly<Record<string, unknown>>;
}

interface Listed {
  readonly items: readonly unknown[];
}
