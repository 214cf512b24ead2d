// Offers through the whole system: listed over the API, chosen by a campaign, shown in a mail, limited, taken up.
import { beforeEach, describe, expect, it } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { contactOf, fates, get, identify, post, tell, timeline } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const crossSell = {
  id: 'cross-sell',
  body: {
    campaign: {
      name: 'Cross-sell',
      trigger: { event: 'Order Completed' },
      basis: 'soft_opt_in',
      reentry: 'always',
      steps: [{ offer: { strategy: 'complement' }, granted: [{ send: 'offer' }] }],
    },
    templates: {
      offer: {
        kind: 'transactional',
        subject: '{{ offer.name }}',
        mjml: mjml('{{ product.name }} for {{ product.price }}'),
      },
    },
  },
};
const publications = [crossSell];

let workspace: Workspace;
const ask = (path: string, method: Asked['method'], body?: unknown) =>
  askApi(workspace.world, workspace.keys.adminToken, { path, method, body } as Asked);
const order = (user: string, ...ids: readonly string[]) => ({
  type: 'track',
  event: 'Order Completed',
  userId: user,
  properties: { products: ids.map((id) => ({ product_id: id, price: 19.9 })) },
});
const listed = async (offer: object = {}) => {
  const phone = { id: 'phone', name: 'Phone', complements: ['case'] };
  const sleeve = { id: 'case', name: 'Case', price: 19.9, currency: 'EUR' };
  await ask('/api/products', 'PUT', { products: [phone, sleeve] });
  const terms = { name: 'A case for it', kind: 'product', product: 'case', ...offer };
  return ask('/api/offers/sleeve', 'PUT', terms);
};
const subjects = async () => (await workspace.world.outbox.letters()).map(({ subject }) => subject);

beforeEach(async () => {
  workspace = await forThisTest(() => openWorkspace({}, publications));
});

describe('the catalog over the API', () => {
  it('is listed, read and taken back', async () => {
    expect(await listed({ stock: 5 })).toMatchObject({ status: 204 });
    const products = await get<{ items: { id: string }[] }>(workspace, '/api/products');
    expect(products.items).toMatchObject([
      { id: 'case', price: '19.9', companions: [] },
      { id: 'phone', complements: ['case'] },
    ]);
    expect(await get(workspace, '/api/offers')).toMatchObject({
      items: [{ id: 'sleeve', stock: 5, granted: 0, expires: { after: '30 days' } }],
    });
    expect(await ask('/api/offers/sleeve', 'DELETE')).toMatchObject({ status: 204 });
    expect(await get(workspace, '/api/offers')).toEqual({ items: [] });
  });

  it.each([
    [
      '/api/offers/x',
      { name: 'X', kind: 'product', product: 'gone' },
      'There is no product gone: list it first',
    ],
    [
      '/api/offers/X',
      { name: 'X', kind: 'product', product: 'case' },
      'The id is not valid:\n✖ lower-case',
    ],
    ['/api/offers/x', { name: 'X', kind: 'discount' }, 'needs a redemption'],
    ['/api/products/x', { name: 'X', price: 'cheap' }, 'a decimal such as "19.90"'],
    [
      '/api/products',
      {
        products: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      'Product a is listed twice',
    ],
  ])('refuses %s with what is wrong', async (path, body, error) => {
    await listed();
    const answer = await ask(path, 'PUT', body);
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining(error) });
  });

  it('knows what it does not have', async () => {
    expect(await ask('/api/products/x', 'DELETE')).toMatchObject({ status: 404 });
    expect(await ask('/api/offers/x', 'DELETE')).toMatchObject({ status: 404 });
  });
});

describe('an offer', () => {
  it('goes out with what it says, and the timeline tells why it was chosen', async () => {
    await listed();
    await tell(workspace, identify('sara'), order('sara', 'phone'));
    const [letter] = await workspace.world.outbox.letters();
    expect(letter).toMatchObject({ subject: 'A case for it' });
    expect(letter?.text).toContain('Case for 19.9');
    expect(
      (await timeline(workspace, 'user:sara')).flatMap(({ transitions }) => transitions),
    ).toContainEqual(
      expect.objectContaining({
        kind: 'acted',
        because: "A case for it: goes with Phone, by the marketer's rule",
      }),
    );
  });

  it('listed a moment ago is chosen by containers that knew the catalog without it', async () => {
    await tell(workspace, identify('sara'), order('sara', 'phone'));
    expect(await subjects()).toEqual([]);
    await listed();
    await tell(workspace, order('sara', 'phone'));
    expect(await subjects()).toEqual(['A case for it']);
    expect(await get(workspace, '/api/offers')).toMatchObject({ items: [{ granted: 1 }] });
  });

  it('that is limited is granted to no more than there are, however many ask at once', async () => {
    await listed({ stock: 2 });
    const people = ['a', 'b', 'c', 'd', 'e'];
    await tell(workspace, ...people.map((user) => identify(user)));
    await post(workspace, ...people.map((user) => order(user, 'phone')));
    await workspace.world.quiet();
    expect(await subjects()).toEqual(['A case for it', 'A case for it']);
    expect(await get(workspace, '/api/offers')).toMatchObject({ items: [{ granted: 2 }] });
  });

  it.each<[Fate, string, string]>([
    ['die_after', 'UpdateItem', 'its unit is taken'],
    ['die_before', 'PutItem', 'the decision is written'],
    ['die_after', 'PutItem', 'it was written'],
  ])('is granted once when the function dies (%s %s) as %s', async (fate, what) => {
    let deaths = 0;
    let isArmed = false;
    workspace = await forThisTest(() =>
      openWorkspace(
        {
          fate: (call) => {
            const isHere = call.function === 'advance' && call.what.endsWith(`.${what}`);
            if (!isHere || !isArmed) return 'live';
            isArmed = false;
            deaths += 1;
            return fate;
          },
        },
        publications,
      ),
    );
    await listed({ stock: 1 });
    await tell(workspace, identify('sara'));
    isArmed = true;
    await tell(workspace, order('sara', 'phone'));
    await workspace.world.advance(600_000);
    expect(deaths).toBe(1);
    expect(await subjects()).toEqual(['A case for it']);
    expect(await get(workspace, '/api/offers')).toMatchObject({ items: [{ granted: 1 }] });
  });

  it('is taken up by an order of it', async () => {
    await listed();
    await tell(workspace, identify('sara'), order('sara', 'phone'));
    await tell(workspace, order('sara', 'case'));
    const said = (await timeline(workspace, 'user:sara')).flatMap(({ transitions }) => transitions);
    expect(said).toContainEqual(
      expect.objectContaining({ kind: 'redeemed', offer: 'sleeve', value: '19.9' }),
    );
    expect(await fates(workspace, 'user:sara')).toEqual(['sent']);
    expect(await contactOf(workspace, 'user:sara')).toMatch(/^con_/);
  });
});

describe('what is bought together', () => {
  it('is counted from orders within the hour', async () => {
    await listed();
    const users = Array.from({ length: 4 }, (_, at) => `buyer-${at}`);
    await tell(workspace, ...users.map((user) => order(user, 'case', 'phone')));
    await tell(workspace, ...users.map((user) => order(`${user}-other`, 'pen')));
    await workspace.world.advance(3_600_000);
    const { items } = await get<{ items: object[] }>(workspace, '/api/products');
    expect(items).toMatchObject([
      { id: 'case', companions: [{ product: 'phone', count: 4, confidence: 1, lift: 2 }] },
      { id: 'phone', companions: [{ product: 'case', count: 4 }] },
    ]);
  });
});
