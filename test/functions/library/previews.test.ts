// Previews over the API: what a contact would get, and what mailboxes and readers would make of it.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import { type Ask, asking, marketing, transactional } from '../../support/library.ts';
import { identify, mailed, openShop, order, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let ask: Ask;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  ask = asking(workspace);
});

const look = (template: object, asked: object = {}) =>
  ask('POST', 'templates/preview', { template, ...asked });

const greeting = {
  ...marketing("Hi {{ person.first_name | default: 'you' }}, {{ event.number | default: '-' }}"),
  subject: 'For {{ person.email | default: "you" }}',
  preheader: 'Open & <see> {{ event.number | default: "it" }}',
};

describe('a preview', () => {
  test('of a template that nobody has saved shows it to a stranger', async () => {
    const shown = await look(greeting);
    expect(shown).toMatchObject({
      ...{ status: 200, subject: 'For you', preheader: 'Open & <see> it', language: 'en' },
      ...{ links: [], warnings: [] },
      text: expect.stringMatching(/^Hi you, - 12 Garden Street, Springfield Unsubscribe/),
    });
    expect(shown.bytes).toBe(Buffer.byteLength(shown.html ?? ''));
    expect(await ask('GET', 'templates')).toMatchObject({ items: [] });
  });

  test('of one in the library shows it to a contact with its last event', async () => {
    await tell(workspace, identify('ann'), order('ann', '41'));
    await workspace.world.advance(1_000);
    await tell(workspace, order('ann', '42'));
    await ask('PUT', 'templates/hello', greeting);
    const asked = { contact: 'user:ann', event: { name: 'Order Completed' } };
    expect(await ask('POST', 'templates/hello/preview', asked)).toMatchObject({
      subject: 'For ann@example.com',
      preheader: 'Open & <see> 42',
    });
    const made = { contact: 'user:ann', event: { properties: { number: '7' } } };
    expect(await ask('POST', 'templates/hello/preview', made)).toMatchObject({
      text: expect.stringContaining('Hi you, 7'),
    });
    const before = await mailed(workspace);
    expect(before).toEqual(['ann@example.com', 'ann@example.com']);
  });

  test('is in the language of the contact, or in the one that is asked for', async () => {
    const fa = { subject: 'سلام', mjml: transactional('سلام').mjml };
    const template = { ...transactional('Hello'), variants: { fa } };
    const traits = { email: 'ann@example.com', locale: 'fa-IR' };
    await tell(workspace, { ...identify('ann'), traits });
    const shown = await look(template, { contact: 'user:ann' });
    expect(shown).toMatchObject({ subject: 'سلام', language: 'fa' });
    expect(shown.html).toMatch(/<html lang="fa" dir="rtl"/);
    expect(await look(template, { contact: 'user:ann', language: 'en' })).toMatchObject({
      subject: 'Hello',
    });
  });

  test('asks for a currency as the mail does: none is lent by a sample', async () => {
    const template = transactional('{{ event.total | money }}');
    const event = { properties: { total: 12.5 } };
    expect(await look(template, { event })).toMatchObject({
      skipped: expect.stringContaining('undefined variable: event.currency'),
      warnings: [{ kind: 'missing', message: 'event.currency is blank' }],
    });
    const said = await look(template, { event: { properties: { total: 12.5, currency: 'PLN' } } });
    expect(said).toMatchObject({ text: 'PLN\u00a012.50\n', warnings: [] });
    expect(said).not.toHaveProperty('skipped');
  });

  test('warns where money has the currency of the sample offer', async () => {
    const template = transactional('{{ offer.name }}: {{ event.total | money }}');
    const event = { properties: { total: 12.5 } };
    const lent = { kind: 'missing', message: expect.stringContaining("write money: 'EUR'") };
    expect(await look(template, { event })).toMatchObject({
      text: expect.stringContaining('€12.50'),
      warnings: [lent],
    });
    const own = transactional('{{ product.price | money: product.currency }}');
    expect(await look(own)).toMatchObject({ warnings: [] });
  });

  test('says why a contact would not get it, and shows it with its holes', async () => {
    const template = transactional('Hi {{ person.first_name }}, {{ event.topic }}!');
    expect(await look(template)).toMatchObject({
      text: 'Hi , !\n',
      skipped: expect.stringContaining('undefined variable: person.first_name'),
      warnings: [
        { kind: 'missing', message: 'person.first_name is blank' },
        { kind: 'missing', message: 'event.topic is blank' },
      ],
    });
    const blank = await look({ ...template, missing: 'blank' });
    expect(blank).not.toHaveProperty('skipped');
    expect(blank.warnings).toHaveLength(2);
  });

  test('shows an offer of the catalog, or one that is made up', async () => {
    await ask('PUT', 'products', { products: [{ id: 'case', name: 'Case' }] });
    const terms = { name: 'A case', kind: 'product', product: 'case', expires: { after: '1 day' } };
    await ask('PUT', 'offers/sleeve', terms);
    const template = transactional('{{ offer.name }}/{{ product.name }}/{{ offer.until }}');
    expect(await look(template, { offer: 'sleeve' })).toMatchObject({
      text: 'A case/Case/2026-01-06T09:00:00.000Z\n',
    });
    const made = { name: 'Tea', until: 'soon', product: { name: 'Cup' } };
    expect(await look(template, { offer: made })).toMatchObject({ text: 'Tea/Cup/soon\n' });
  });

  test.each([
    [{ contact: 'user:nobody' }, 'contact'],
    [{ event: { name: 'Order Completed' } }, 'event.name'],
    [{ offer: 'none' }, 'offer'],
  ])('of %j, which is not there, is refused', async (asked, at) => {
    expect(await look(greeting, asked)).toMatchObject({ status: 422, at });
  });

  test('of what does not compile is refused, with the place', async () => {
    expect(await look(transactional('{{ x }}'))).toMatchObject({ status: 422, at: 'mjml' });
    expect(await ask('POST', 'templates/none/preview', {})).toMatchObject({ status: 404 });
  });

  test('warns of what mailboxes cut off', async () => {
    const { warnings } = await look(transactional('long '.repeat(21_000)));
    expect(warnings).toEqual([
      { kind: 'clipped', message: expect.stringContaining('above 102400 bytes') },
    ]);
  });

  test('warns of odd links and of images without words', async () => {
    const text = `<a href="http://shop.test/a">a</a> <a href="#">b</a>
      <a href="{{ event.where }}">c</a>
      <a href="https://www.example.com/d?x=1&amp;y=2">d</a> <a href="https://shop.test/e">e</a>
      <img src="https://shop.test/i.png"> <img alt="" src="https://shop.test/j.png">`;
    const { links, warnings } = await look({ ...transactional(text) });
    expect(links).toEqual([
      'http://shop.test/a',
      'https://www.example.com/d?x=1&y=2',
      'https://shop.test/e',
    ]);
    expect(warnings?.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'missing: event.where is blank',
      expect.stringMatching(/^image: .*i\.png/),
      'link: http://shop.test/a is not encrypted: write https',
      'link: A link leads to "#", which is nowhere',
      'link: A link is empty',
      expect.stringMatching(/^link: .*example\.com.* is a sample/),
    ]);
  });
});

describe('a test', () => {
  const to = ['ann@example.com', 'bob@example.com'];

  test('goes to colleagues, marked, and counts nowhere', async () => {
    await ask('PUT', 'templates/hello', greeting);
    expect(await ask('POST', 'templates/hello/test', { to })).toMatchObject({
      tests: [
        { to: 'ann@example.com', sent: true },
        { to: 'bob@example.com', sent: true },
      ],
    });
    const letters = await workspace.world.outbox.letters();
    expect(letters.map((letter) => `${letter.to}: ${letter.subject}`)).toEqual([
      'ann@example.com: [Test] For you',
      'bob@example.com: [Test] For you',
    ]);
    expect(letters[0]).toMatchObject({ campaign: undefined });
    expect(letters[0]?.html).toContain('http://localhost:4400/u/preview');
    expect(letters[0]?.headers).not.toHaveProperty('list-unsubscribe');
    await workspace.world.quiet();
    expect(workspace.world.deadLetters()).toBe(0);
    expect(await ask('GET', 'contacts?key=email:ann@example.com')).toMatchObject({ items: [] });
  });

  test.each([
    [[], 'to'],
    [[...to, ...to, ...to], 'to'],
    [['ann@example.com', 'nobody'], 'to[1]'],
  ])('to %j is refused', async (addresses, at) => {
    await ask('PUT', 'templates/hello', greeting);
    expect(await ask('POST', 'templates/hello/test', { to: addresses })).toMatchObject({
      status: 422,
      at,
    });
    expect(await mailed(workspace)).toEqual([]);
  });
});
