// Contacts, besides what the first week has: taken along as a file, made one of two, erased for good.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { judged, type OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

/** What is downloaded while that is done, by its name. */
async function downloaded(page: Page, name: string, act: () => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-downloads-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    ...{ behavior: 'allow', downloadPath: folder, eventsEnabled: true },
    browserContextId: page.browserContext().id ?? '',
  });
  const done = new Promise<void>((resolve) =>
    session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()),
  );
  await act();
  await done;
  const text = readFileSync(join(folder, name), 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

const make = async ({ ask }: OpenConsole, name: string): Promise<string> => {
  const attributes = { first_name: name, last_name: 'Berg' };
  const email = `${name.toLowerCase()}@berg.example.com`;
  return ((await ask('POST', '/api/contacts', { email, attributes })) as { id: string }).id;
};

export function contactsTests(opened: () => OpenConsole): void {
  it('everybody is taken along as a file', async () => {
    await make(opened(), 'Jan');
    const page = await opened().open('/contacts');
    const hand = handOn(page, 'mouse');
    const text = await downloaded(page, 'contacts.csv', async () => {
      await hand.press('button', 'Export');
      await hand.press('menuitem', 'For a spreadsheet (CSV)');
    });
    expect(text).toContain('jan@berg.example.com');
    await page.browserContext().close();
  });

  it('two contacts become one, by the keyboard alone', async () => {
    const [kai, kay] = [await make(opened(), 'Kai'), await make(opened(), 'Kay')];
    const page = await opened().open(`/contacts/${kai}`);
    const hand = handOn(page, 'keyboard');
    await hand.press('button', 'Merge');
    await hand.fill('Who is the same person?', 'kay b');
    await hand.press('radio', 'Kay Berg');
    expect(await judged(page)).toEqual([]);
    await hand.confirm('Merge them');
    await hand.sees('They are one contact now.');
    const survivors = await Promise.all(
      [kai, kay].map((id) => opened().ask('GET', `/api/contacts/${id}`)),
    );
    expect(new Set(survivors.map((one) => (one as { id: string }).id)).size).toBe(1);
    await page.browserContext().close();
  });

  it('vCards are tried out, and imported as they were tried', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'perennial-cards-'));
    const file = join(folder, 'people.vcf');
    const card = ['BEGIN:VCARD', 'VERSION:3.0', 'N:Lind;Vera;;;', 'EMAIL:vera@cards.example.com'];
    writeFileSync(file, [...card, 'END:VCARD', ''].join('\r\n'));
    const page = await opened().open('/contacts/import');
    const hand = handOn(page, 'mouse');
    await hand.upload('File', file);
    await hand.sees('vera@cards.example.com');
    await hand.fill('Where and how they agreed', 'At the counter');
    await hand.fill('When, for rows without a time of their own', '05/01/2025');
    await hand.press('button', 'Try it out first');
    await hand.sees('Nothing was changed');
    await hand.press('button', 'Import it now');
    const find = () => opened().ask('GET', '/api/contacts?search=vera@cards');
    await expect
      .poll(find, { timeout: 60_000 })
      .toMatchObject({ items: [{ traits: { first_name: 'Vera', last_name: 'Lind' } }] });
    await hand.sees('Done', 'Rows worked off: 1');
    await page.browserContext().close();
    rmSync(folder, { recursive: true });
  });

  it('somebody is erased only after their name was typed, by the keyboard alone', async () => {
    const id = await make(opened(), 'Mia');
    const page = await opened().open(`/contacts/${id}`);
    const hand = handOn(page, 'keyboard');
    await hand.press('button', 'Erase');
    await hand.sees('There is no way back.');
    expect(await judged(page)).toEqual([]);
    await hand.choose('On which ground', 'Consent withdrawn');
    await hand.fill('Type “Mia Berg” to confirm. There is no way back.', 'Mia Berg');
    await hand.confirm('Erase for good');
    await hand.sees('The person is erased.');
    await expect(opened().ask('GET', `/api/contacts/${id}`)).rejects.toThrow('404');
    await page.browserContext().close();
  });
}
