// The catalog in its table: changed in parts, read as one, and read again only when it has changed.
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../functions/adapters/catalog.ts';
import { Refused } from '../../../functions/errors.ts';
import { product } from '../../../workflows/model/product.ts';
import { itemsOf, monday, noise, numbered } from '../../contracts/store/open.ts';
import { catalogWith, type Listed } from '../../support/catalog.ts';
import { localStore } from '../../support/local-store.ts';

async function open() {
  const store = await localStore();
  let now = monday;
  const reads: unknown[] = [];
  store.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === BatchGetItemCommand.name) reads.push(commandName);
        return next(args);
      },
    { step: 'initialize' },
  );
  const container = () => createCatalog(store.client, store.core, () => now);
  return { store, reads, container, catalog: container(), pass: (time: number) => (now += time) };
}

const listed = (given: Listed) => {
  const { products, offers } = catalogWith(given);
  return { products: [...products.values()], offers: [...offers.values()] };
};
const shop = listed({
  products: [{ id: 'phone', price: '99.90' }, { id: 'case' }],
  offers: [{ id: 'sleeve', product: 'case', stock: 5 }],
});
const rhythm = { gaps: 120, mean: 3.4, between: 0.5, within: 1.2 };

describe('a catalog', () => {
  it('is empty at first', async () => {
    const { catalog } = await open();
    expect(await catalog.read()).toMatchObject({ products: new Map(), offers: new Map() });
    expect(await catalog.rhythm()).toBeUndefined();
  });

  it('is read as it was written, by every container', async () => {
    const { catalog, container } = await open();
    const other = container();
    await other.read();
    await catalog.changeProducts({ put: shop.products });
    await catalog.changeOffers({ put: shop.offers });
    const companions = new Map([
      ['phone', [{ product: 'case', count: 9, confidence: 0.3, lift: 2 }]],
    ]);
    await catalog.learn({ companions, rhythm });
    for (const one of [catalog, other, container()]) {
      const { products, offers, ...learned } = await one.read();
      expect([...products.keys()].sort()).toEqual(['case', 'phone']);
      expect(products.get('phone')).toEqual(shop.products[0]);
      expect([...offers.values()]).toEqual(shop.offers);
      expect(learned).toEqual({ companions, rhythm });
    }
  });

  it('is read whole only when it has changed', async () => {
    const { catalog, reads } = await open();
    await catalog.changeProducts({ put: shop.products });
    await catalog.read();
    const before = reads.length;
    await catalog.read();
    await catalog.read();
    expect(reads).toHaveLength(before);
    await catalog.changeProducts({ remove: ['case'] });
    expect([...(await catalog.read()).products.keys()]).toEqual(['phone']);
  });

  it('changes what is named, and nothing else', async () => {
    const { catalog } = await open();
    await catalog.changeProducts({ put: shop.products });
    const dearer = product.parse({ id: 'phone', name: 'Phone', price: 120 });
    await catalog.changeProducts({ put: [dearer] });
    const { products } = await catalog.read();
    expect(products.get('phone')?.price).toBe('120');
    expect(products.get('case')).toEqual(shop.products[1]);
  });

  it('loses no product to others that are written at the same moment', async () => {
    const { catalog, container } = await open();
    const many = numbered(8, (index) => product.parse({ id: `p-${index}`, name: 'P' }));
    await Promise.all(many.map((one) => container().changeProducts({ put: [one] })));
    expect((await catalog.read()).products.size).toBe(8);
  });

  it('tells the rhythm of all without being read, at most a minute late', async () => {
    const { catalog, container, pass, reads } = await open();
    expect(await catalog.rhythm()).toBeUndefined();
    await container().learn({ companions: new Map(), rhythm });
    const before = reads.length;
    expect(await catalog.rhythm()).toBeUndefined();
    pass(60_000);
    expect(await catalog.rhythm()).toEqual(rhythm);
    expect(reads).toHaveLength(before);
  });

  it('holds 5,000 products, and refuses more', async () => {
    const { catalog, store } = await open();
    const many = numbered(5_000, (index) =>
      product.parse({
        id: `p-${index}`,
        name: `Product ${index}`,
        description: noise(60),
        price: index / 100,
        url: `https://example.com/products/${index}`,
        complements: [`p-${index + 1}`],
      }),
    );
    await catalog.changeProducts({ put: many });
    expect((await catalog.read()).products.size).toBe(5_000);
    const sizes = (await itemsOf(store, store.core)).map(({ z1 }) => z1?.B?.length ?? 0);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    const more = { put: [product.parse({ id: 'one-more', name: 'One' })] };
    await expect(catalog.changeProducts(more)).rejects.toThrow(Refused);
    await expect(catalog.changeProducts({ put: many.slice(0, 1) })).resolves.toBeUndefined();
  });

  it('refuses texts that no item could hold', async () => {
    const { catalog } = await open();
    const complements = () => numbered(50, () => noise(100));
    const put = numbered(2_000, (index) =>
      product.parse({ id: `p-${index}`, name: 'P', complements: complements() }),
    );
    await expect(catalog.changeProducts({ put })).rejects.toThrow('The catalog is too large');
  });
});
