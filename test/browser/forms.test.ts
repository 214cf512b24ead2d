// Plain HTML forms in a real browser, on a page of another origin: no script, no library, in Persian.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../support/browser.ts';
import { openUnwellDoor } from '../support/unwell-door.ts';
import { Visitors } from '../support/visitors.ts';

const visitors = new Visitors();
const { runtime } = visitors;
const wording = 'بله، می‌خواهم خبرنامه را با ایمیل دریافت کنم.';
const usual = `
  <input name="email" type="email"><input name="first_name"><input name="city">
  <label><input type="checkbox" name="consent" value="yes"> ${wording}</label>
  <input type="hidden" name="consent_wording" value="${wording}">`;

beforeAll(() => visitors.open(), 120_000);
afterAll(() => visitors.close());

interface Form {
  readonly fields?: string;
  /** Of the form's tag. */
  readonly how?: string;
  readonly host?: string;
  readonly name?: string;
}

let pages = 0;

/** A visitor before a form. */
async function openForm(given: Form = {}) {
  const { fields = usual, how = '', host = runtime.url, name = 'خبرنامه' } = given;
  const action = `${host}/f/${runtime.writeKey}/${name}`;
  const form = `<form method="post" action="${action}" ${how}>${fields}<button>ثبت</button></form>`;
  return visit(visitors.browser, visitors.site.put(`/form-${++pages}`, '', form));
}

async function fillIn(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answers))
    await page.locator(`[name="${name}"]`).fill(value);
}

const send = (page: Page) => Promise.all([page.waitForNavigation(), page.click('button')]);

const headingOf = (page: Page) => page.$eval('h1', ({ textContent }) => textContent);

interface Person {
  readonly traits: Readonly<Record<string, unknown>>;
  readonly consent?: {
    readonly status: string;
    readonly method: string;
    readonly wording?: string;
  };
}

const person = (email: string) => runtime.api<Person>(`/contacts/email:${email}`);

async function leads(email: string) {
  await runtime.advance('PT1S');
  const found = await visitors.arrived(`email:${email}`);
  return found.filter(({ name }) => name === 'Lead Captured');
}

describe('a form in Persian', () => {
  it('brings what was filled in, and the words that were agreed to', async () => {
    const { page, complaints } = await openForm();
    await fillIn(page, { email: 'sara@example.com', first_name: 'سارا', city: 'تهران' });
    await page.click('[name="consent"]');
    await send(page);
    expect(await headingOf(page)).toBe('Thank you');
    expect(complaints).toEqual([]);
    expect(await leads('sara@example.com')).toMatchObject([
      { properties: { city: 'تهران', form: 'خبرنامه' } },
    ]);
    const { traits, consent } = await person('sara@example.com');
    expect(traits).toMatchObject({ first_name: 'سارا' });
    // Not before the mailbox has confirmed it.
    expect(consent).toMatchObject({ status: 'pending_confirmation', method: 'form', wording });
  });

  it('brings no consent of whoever left the box empty', async () => {
    const { page } = await openForm();
    await fillIn(page, { email: 'no@example.com' });
    await send(page);
    expect(await leads('no@example.com')).toHaveLength(1);
    expect((await person('no@example.com')).consent).toBeUndefined();
  });

  it('may be sent in parts, with boxes of one name and a file that nobody has chosen', async () => {
    const boxes = ['چای', 'قهوه', 'شکر'].map(
      (value) => `<input type="checkbox" name="interests[]" value="${value}" id="${value}">`,
    );
    const { page } = await openForm({
      fields: `${usual}${boxes.join('')}<input type="file" name="photo">`,
      how: 'enctype="multipart/form-data"',
    });
    await fillIn(page, { email: 'parts@example.com', city: 'شیراز' });
    await page.click('#چای');
    await page.click('#شکر');
    await send(page);
    expect(await headingOf(page)).toBe('Thank you');
    expect(await leads('parts@example.com')).toMatchObject([
      { properties: { city: 'شیراز', interests: ['چای', 'شکر'] } },
    ]);
  });

  it('may be sent by a script of the page, which reads what is answered', async () => {
    const { page, complaints } = await openForm();
    const sent = (fields: object) =>
      page.evaluate(`fetch(document.forms[0].action, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: ${JSON.stringify(JSON.stringify(fields))},
      }).then((answer) => answer.json())`);
    expect(await sent({ email: 'script@example.com', city: 'اصفهان' })).toEqual({ ok: true });
    expect(complaints).toEqual([]);
    expect(await sent({ email: 'اصفهان' })).toMatchObject({
      ok: false,
      errors: [expect.stringContaining('email')],
    });
    expect(await leads('script@example.com')).toMatchObject([{ properties: { city: 'اصفهان' } }]);
  });
});

describe('whoever sends a form', () => {
  const goingTo = (next: string) => `${usual}<input type="hidden" name="_next" value="${next}">`;

  it('goes on to a page of the site they came from', async () => {
    const thanks = visitors.site.put('/thanks', '', '<h1>سپاس</h1>');
    const { page } = await openForm({ fields: goingTo('/thanks') });
    await fillIn(page, { email: 'next@example.com' });
    await send(page);
    expect(page.url()).toBe(thanks);
    expect(await headingOf(page)).toBe('سپاس');
  });

  it('goes on to another site that the owner has listed for this form', async () => {
    const elsewhere = visitors.site
      .put('/welcome', '', '<h1>خوش آمدید</h1>')
      .replace('127.0.0.1', 'localhost');
    await visitors.connectForm('newsletter', { redirect_to: [new URL(elsewhere).origin] });
    const { page } = await openForm({ fields: goingTo(elsewhere), name: 'newsletter' });
    await fillIn(page, { email: 'listed@example.com' });
    await send(page);
    expect(page.url()).toBe(elsewhere);
  });

  it('is sent to nobody else', async () => {
    const { page } = await openForm({ fields: goingTo('https://evil.example/') });
    await fillIn(page, { email: 'evil@example.com' });
    await send(page);
    expect(page.url()).toContain(`${runtime.url}/f/`);
    expect(await headingOf(page)).toBe('Thank you');
  });

  it('hears what is missing, and finds the way back', async () => {
    const { page } = await openForm();
    const address = page.url();
    await fillIn(page, { first_name: 'سارا' });
    await send(page);
    expect(await headingOf(page)).toBe('That did not work');
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    // Its browser tells a site on another origin no more than its own origin.
    expect(new URL(page.url()).origin).toBe(new URL(address).origin);
  });

  it('counts once when it was taken, no answer came, and it is sent again', async () => {
    const door = await openUnwellDoor(runtime.url, [{ status: 502, isTaken: true }]);
    const { page } = await openForm({ host: door.url });
    await fillIn(page, { email: 'again@example.com', first_name: 'سارا' });
    await send(page);
    await page.goBack();
    await fillIn(page, { email: 'again@example.com', first_name: 'سارا' });
    await send(page);
    expect(await headingOf(page)).toBe('Thank you');
    expect(door.heard).toHaveLength(2);
    await door.close();
    expect(await leads('again@example.com')).toHaveLength(1);
  });

  it('and is a bot that fills in everything is thanked alike, and set aside', async () => {
    const { page } = await openForm({ fields: `${usual}<input name="_gotcha">` });
    await fillIn(page, { email: 'bot@example.com', _gotcha: 'https://spam.example' });
    await send(page);
    expect(await headingOf(page)).toBe('Thank you');
    await runtime.advance('PT1S');
    await expect(person('bot@example.com')).rejects.toThrow('404');
    const { items } = await runtime.api<{ items: unknown[] }>(
      `/quarantine/${new Date().toISOString().slice(0, 10)}`,
    );
    expect(JSON.stringify(items)).toContain('_gotcha is filled in');
  });
});
