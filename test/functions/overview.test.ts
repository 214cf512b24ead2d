// What somebody sees who opens the console: what waits for a person, and the week.
import { expect, it } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, order, post, tell } from '../support/shop.ts';

it('tells what waits and what the week brought, and forgets the week before', async () => {
  const shop = await forThisTest(openShop);
  await tell(shop, identify('ann'), identify('bob'));
  await tell(shop, order('ann'), order('bob'));
  await post(shop, { type: 'track', userId: 'ann' });
  await ask(shop.world, shop.keys.adminToken, {
    ...{ method: 'PUT', path: '/api/webhook-endpoints/crm' },
    body: { url: 'https://example.com/hook', events: ['message.sent'] },
  });
  const told = await get<Record<string, unknown>>(shop, '/api/overview');
  expect(told).toMatchObject({
    needs: {
      guardRails: [],
      quarantined: 1,
      doubts: 0,
      tasks: { open: 0, overdue: 0 },
      webhooks: [],
    },
  });
  expect(told).toMatchInlineSnapshot(`
    {
      "campaigns": [
        {
          "holdout": {
            "entered": 0,
            "goals": 0,
            "values": [],
          },
          "id": "receipt",
          "name": "Mail on Order Completed",
          "sent": 2,
          "treatment": {
            "entered": 2,
            "goals": 0,
            "values": [],
          },
        },
        {
          "holdout": {
            "entered": 0,
            "goals": 0,
            "values": [],
          },
          "id": "offer",
          "name": "Mail on Cart Abandoned",
          "sent": 0,
          "treatment": {
            "entered": 0,
            "goals": 0,
            "values": [],
          },
        },
        {
          "holdout": {
            "entered": 0,
            "goals": 0,
            "values": [],
          },
          "id": "nudge",
          "name": "Mail on Cart Filled",
          "sent": 0,
          "treatment": {
            "entered": 0,
            "goals": 0,
            "values": [],
          },
        },
      ],
      "days": [
        {
          "day": "2025-12-30",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2025-12-31",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2026-01-01",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2026-01-02",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2026-01-03",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2026-01-04",
          "sent": 0,
          "values": [],
        },
        {
          "day": "2026-01-05",
          "sent": 2,
          "values": [],
        },
      ],
      "needs": {
        "doubts": 0,
        "guardRails": [],
        "quarantined": 1,
        "tasks": {
          "open": 0,
          "overdue": 0,
        },
        "webhooks": [],
      },
      "since": "2025-12-30",
    }
  `);
});

it('asks nobody to mend what was mended and taken', async () => {
  const shop = await forThisTest(openShop);
  await post(shop, { type: 'track', userId: 'ann' });
  const waits = async () =>
    (await get<{ needs: { quarantined: number } }>(shop, '/api/overview')).needs.quarantined;
  expect(await waits()).toBe(1);
  const today = new Date(shop.world.now()).toISOString().slice(0, 10);
  const { items } = await get<{ items: { id: string }[] }>(shop, `/api/quarantine/${today}`);
  const path = `/api/quarantine/${today}/${items[0]?.id}/replay`;
  const replay = (raw?: object) =>
    ask(shop.world, shop.keys.adminToken, {
      ...{ method: 'POST', path },
      body: raw ? { raw: JSON.stringify(raw) } : {},
    });
  expect(await replay()).toMatchObject({ state: 'rejected' });
  expect(await waits()).toBe(1);
  const mended = { type: 'track', userId: 'ann', event: 'Order Completed' };
  expect(await replay(mended)).toMatchObject({ state: 'accepted' });
  expect(await waits()).toBe(0);
});
