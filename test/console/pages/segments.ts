// Segments and lists, besides what the first week has: what the builder cannot draw, a segment that goes, two who write at
// the same one, people on lists.
import { expect, it } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

const odd = {
  op: 'and',
  rules: [
    { op: 'not', rule: { op: 'consent', status: 'subscribed' } },
    {
      ...{ op: 'performed', event: 'Order Completed' },
      where: { op: 'or', rules: [{ op: 'is_set', property: 'coupon' }] },
    },
    { op: 'is_set', attribute: 'email' },
  ],
};

export function segmentsTests(opened: () => OpenConsole): void {
  it('what the builder cannot draw is shown as code, saved as it was, and deleted', async () => {
    await opened().ask('PUT', '/api/segments/odd', { name: 'Odd', condition: odd });
    const page = await opened().open('/segments/odd');
    const hand = handOn(page, 'mouse');
    await page.waitForSelector('::-p-aria([name="Condition as code"])');
    await hand.fill('Name', 'Odd one');
    await hand.press('button', 'Save the segment');
    await hand.sees('Version 2', 'Nothing that is live. It can be deleted.');
    expect(await opened().ask('GET', '/api/segments/odd')).toMatchObject({
      document: { name: 'Odd one', condition: odd },
    });
    await hand.press('button', 'Delete');
    await hand.confirm('Delete');
    await hand.sees('The segment is deleted.');
    await page.browserContext().close();
  });

  it('two who write at the same segment lose nothing of each other, and an earlier version comes back', async () => {
    const named = { name: 'Known', condition: { op: 'is_set', attribute: 'email' } };
    await opened().ask('PUT', '/api/segments/known', named);
    const page = await opened().open('/segments/known');
    const hand = handOn(page, 'mouse');
    await hand.fill('Name', 'Known to me');
    await opened().ask('PUT', '/api/segments/known', { ...named, name: 'Known to them' });
    await hand.press('button', 'Save the segment');
    await hand.sees('Somebody else has saved version 2 meanwhile');
    await hand.press('button', 'Keep mine, on top of theirs');
    await hand.press('button', 'Save the segment');
    await hand.sees('Saved as version 3.', 'Known to me');
    await page.locator('::-p-text(Version 2)').click();
    await hand.press('button', 'Edit from this version');
    await hand.press('link', 'Home');
    await hand.sees('Leave without saving?');
    await hand.press('button', 'Stay');
    await hand.press('button', 'Save the segment');
    await hand.sees('Saved as version 4.', 'Known to them');
    await page.browserContext().close();
  });

  it('a list is made, and somebody is put on it and taken off', async () => {
    await opened().ask('POST', '/api/contacts', { user: 'bob', email: 'bob@example.com' });
    const page = await opened().open('/segments/lists');
    const hand = handOn(page, 'mouse');
    await hand.press('button', 'New list');
    await hand.sees('Name');
    await hand.fill('Name', 'Friends');
    await page.keyboard.press('Enter');
    await hand.sees('Put somebody on the list');
    await hand.fill('Name, address or id', 'bob');
    await hand.press('button', 'Put on the list');
    await hand.press('button', 'Take off the list');
    await hand.sees('Nobody');
    await page.browserContext().close();
  });
}
