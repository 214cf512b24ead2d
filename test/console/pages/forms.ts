// What is written into forms: refused at its field, nothing that is there written over by what is new, numbers typed anew.
import { expect, it } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

export function formsTests(opened: () => OpenConsole): void {
  it('says at the field what was refused, and replaces nothing by what is new', async () => {
    await opened().ask('PUT', '/api/products/tea', { name: 'Green tea', price: '3.50' });
    const page = await opened().open('/catalog');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'Add a product');
    await hand.fill('Name', 'Black tea');
    await hand.fill('Id', 'tea');
    await hand.fill('Price', '-۳٫۵');
    await hand.press('button', 'Save');
    await hand.sees('less than 0 cannot be');
    await hand.fill('Price', '۳٫۵');
    await hand.press('button', 'Save');
    await hand.sees('There is one with the id tea already');
    await hand.fill('Id', 'black-tea');
    await hand.confirm('Save');
    await hand.sees('Black tea', 'Green tea');
    const { items } = (await opened().ask('GET', '/api/products?limit=500')) as Listed;
    expect(items).toContainEqual(expect.objectContaining({ id: 'black-tea', price: '3.5' }));
    expect(items).toContainEqual(expect.objectContaining({ id: 'tea', name: 'Green tea' }));
    await page.browserContext().close();
  });

  it('asks what an order must be like that takes an offer up, and keeps what it does not show', async () => {
    const page = await opened().open('/catalog/offers');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'Edit 10% off what goes with it');
    await hand.sees('where');
    await hand.fill('Code', 'WITH10');
    await hand.fill('Value', 'WITH10');
    await hand.confirm('Save');
    const { items } = (await opened().ask('GET', '/api/offers?limit=500')) as Listed;
    expect(items.find(({ id }) => id === 'goes-with-it')).toMatchObject({
      code: 'WITH10',
      again: '90 days',
      redemption: {
        event: 'Order Completed',
        where: { property: 'coupon', op: 'equals', value: 'WITH10' },
        measure: 'revenue',
      },
    });
    await page.browserContext().close();
  });

  it('lets a number be emptied and typed anew, and keeps its unit', async () => {
    const page = await opened().open('/settings/rules');
    const hand = handOn(page, 'keyboard');
    await hand.reach('field', 'Not long before is');
    await page.keyboard.press('End');
    for (const _ of '16') await page.keyboard.press('Backspace');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await hand.sees('Saved. It holds from now on.');
    expect(await opened().ask('GET', '/api/workspace')).toMatchObject({ smartSending: '20 hours' });
    await page.browserContext().close();
  });
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}
