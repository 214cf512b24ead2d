// The topics of mail are kept while something live is about them.
import { expect, test } from 'vitest';
import { topics } from '../support/consenting.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { openShop } from '../support/shop.ts';

test('a topic that a live campaign is about cannot be taken away', async () => {
  const shop = await forThisTest(() => openShop());
  const put = (path: string, body: object) =>
    ask(shop.world, shop.keys.adminToken, { path, method: 'PUT', body });
  const body = {
    campaign: {
      ...{ name: 'News', topic: 'news', trigger: { event: 'Posted' } },
      steps: [{ wait: { for: '1 day' } }],
    },
    templates: {},
  };
  const unknown = { ...body, campaign: { ...body.campaign, topic: 'gone' } };
  await put('/api/workspace', { topics });
  const path = '/api/campaigns/news';
  expect(await put(path, unknown)).toMatchObject({
    status: 422,
    at: 'campaign.topic',
  });
  expect(await put(path, body)).toMatchObject({ status: 200 });
  expect(await put('/api/workspace', { topics: [] })).toMatchObject({ status: 409 });
  expect(await put('/api/workspace', { topics: topics.slice(0, 1) })).toMatchObject({
    status: 200,
  });
});
