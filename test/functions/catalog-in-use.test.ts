// The catalog does not lose what somebody still names, an offer of a campaign, a product of an offer; nor what is there to
// what is new.
import { beforeEach, expect, test } from 'vitest';
import { pauseCampaign, stopCampaign } from '../../functions/use-cases/campaign-states.ts';
import { dropOffer, dropProduct, listOffer } from '../../functions/use-cases/change-catalog.ts';
import { offer } from '../../workflows/model/offer.ts';
import { product } from '../../workflows/model/product.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, publish, steer, withSteps } from '../support/marketer.ts';
import { type Asked, ask } from '../support/sender.ts';
import { campaign } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const why = { by: 'ann', because: 'the price is wrong' };
const sleeve = offer.parse({ id: 'sleeve', name: 'Sleeve', kind: 'product', product: 'case' });

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing([]));
  await steer(shop, async ({ catalog }) => {
    await catalog.changeProducts({ put: [product.parse({ id: 'case', name: 'Case' })] });
    await listOffer(catalog, sleeve);
  });
});

const drop = () => steer(shop, (ports) => dropOffer(ports, 'sleeve'));
const dropCase = () => steer(shop, (ports) => dropProduct(ports.catalog, 'case'));

test('an offer stays as long as a live or paused campaign names it', async () => {
  const body = campaign('Cart Filled', 'marketing', 'Hi');
  const step = {
    offer: { from: ['sleeve'], strategy: 'first_eligible' },
    granted: [{ send: 'mail' }],
  };
  await publish(shop, 'nudge', withSteps(body, step));
  const used = { status: 409, message: 'It is used by campaign "nudge"' };
  await expect(drop()).rejects.toMatchObject(used);
  await steer(shop, (ports) => pauseCampaign(ports, 'nudge', why));
  await expect(drop()).rejects.toMatchObject(used);
  await steer(shop, (ports) => stopCampaign(ports, 'nudge', why));
  await drop();
  await expect(drop()).rejects.toMatchObject({ status: 404 });
});

test('a product stays as long as an offer names it', async () => {
  await expect(dropCase()).rejects.toMatchObject({
    status: 409,
    message: 'It is used by offer "sleeve"',
  });
  await drop();
  await dropCase();
  await expect(dropCase()).rejects.toMatchObject({ status: 404 });
});

test('nothing that is there is written over by what is new', async () => {
  const headers = { authorization: `Bearer ${shop.keys.adminToken}`, 'if-match': '"0"' };
  const add = (path: string, body: object) =>
    ask(shop.world, shop.keys.adminToken, { path, method: 'PUT', body, headers } as Asked);
  const taken = { status: 412, error: expect.stringContaining('already'), at: 'id' };
  expect(await add('/api/products/case', { name: 'Other' })).toMatchObject(taken);
  expect(await add('/api/products/other', { name: 'Other' })).toMatchObject({ status: 204 });
  const gift = { name: 'Gift', kind: 'product', product: 'case' };
  expect(await add('/api/offers/sleeve', gift)).toMatchObject(taken);
  expect(await add('/api/offers/gift', gift)).toMatchObject({ status: 204 });
});
