// A mail of somebody, filled again: from the version, the event and the offer that it was asked for with.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Copy } from '../../functions/use-cases/copy-message.ts';
import type { Publication } from '../../infra/programs.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask } from '../support/sender.ts';
import { fill, get, identify, mailed, openShop, tell } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

interface Message {
  readonly message: string;
}

test('reads like what was sent, and says of unknown ones that there are none', async () => {
  await tell(shop, identify('ann'), fill('ann'));
  await shop.world.advance(3 * 86_400_000);
  expect(await mailed(shop)).not.toEqual([]);
  const { items } = await get<{ items: Message[] }>(shop, '/api/contacts/user:ann/messages');
  const path = `/api/contacts/user:ann/messages/${items.at(-1)?.message}`;
  const copy = await get<{ subject: string; html: string; template: string }>(shop, path);
  expect(copy.html).toContain('</html>');
  expect(copy.subject).not.toContain('{{');
  expect(copy).toMatchObject({ version: 1, language: 'en' });
  const gone = { path: '/api/contacts/user:ann/messages/msg_none', method: 'GET' } as const;
  expect(await ask(shop.world, shop.keys.adminToken, gone)).toMatchObject({ status: 404 });
});

describe('a mail with an offer', () => {
  const mjml = (text: string) =>
    `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
  const offered: Publication = {
    id: 'offered',
    body: {
      campaign: {
        name: 'Offered',
        trigger: { event: 'Order Completed' },
        basis: 'soft_opt_in',
        steps: [{ offer: { strategy: 'complement' }, granted: [{ send: 'offer' }] }],
      },
      templates: {
        offer: {
          kind: 'transactional',
          subject: '{{ offer.name }}',
          mjml: mjml('{{ product.name }} until {{ offer.until }}'),
        },
      },
    },
  };
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await forThisTest(() => openWorkspace({}, [offered]));
    const products = [
      { id: 'phone', name: 'Phone', complements: ['case'] },
      { id: 'case', name: 'Case' },
    ];
    await asked('/api/products', { method: 'PUT', body: { products } });
    const sleeve = { name: 'A case for it', kind: 'product', product: 'case' };
    await asked('/api/offers/sleeve', { method: 'PUT', body: sleeve });
    const properties = { products: [{ product_id: 'phone', price: 1 }] };
    const bought = { type: 'track', event: 'Order Completed', userId: 'bo', properties };
    await tell(workspace, identify('bo'), bought);
  });
  const asked = (path: string, how: Pick<Asked, 'method'> & { readonly body?: object }) =>
    ask(workspace.world, workspace.keys.adminToken, { path, ...how } as Asked);
  const copied = async () => {
    const { items } = await get<{ items: Message[] }>(workspace, '/api/contacts/user:bo/messages');
    return get<Copy>(workspace, `/api/contacts/user:bo/messages/${items[0]?.message}`);
  };

  test('shows the offer that they were given, as long as it was given them then', async () => {
    const [letter] = await workspace.world.outbox.letters();
    await workspace.world.advance(86_400_000);
    const copy = await copied();
    expect(copy).toMatchObject({ subject: 'A case for it', template: 'offer' });
    expect(copy.text.trim()).toBe(letter?.text.trim());
    expect(copy.sampleOffer).toBeUndefined();
  });

  test('says that it shows a sample when the offer has gone from the catalog', async () => {
    await asked('/api/offers/sleeve', { method: 'DELETE' });
    expect(await copied()).toMatchObject({ sampleOffer: true });
  });
});
