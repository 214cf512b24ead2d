// The mails that ship: they compile, and read well to people known and unknown, in every language.
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../../functions/escape-html.ts';
import {
  compileShipped,
  knownTo,
  renderShipped,
  shippedMails,
  strangerTo,
} from '../../../support/shipped-mails.ts';

const marketing = shippedMails.filter(({ source }) => source.kind === 'marketing');
const transactional = shippedMails.filter(({ source }) => source.kind === 'transactional');
/** Anybody can have such a mail sent to anybody by a form, and would choose what stands in it. */
const asksForYes = ({ source }: (typeof shippedMails)[number]) => source.kind === 'transactional';
const named = (mails: typeof shippedMails) =>
  mails.map((mail) => [`${mail.name} in ${mail.language}`, mail] as const);

function shippedMail(name: string, language: string) {
  const found = shippedMails.find((one) => one.name === name && one.language === language);
  if (!found) throw new Error(`${name} does not ship in ${language}`);
  return found;
}

test('thirteen mails of programs and a library of ten are each in three languages', () => {
  const count = (of: string) => shippedMails.filter(({ name }) => name.startsWith(of)).length;
  expect([count('program'), count('library'), transactional.length]).toEqual([39, 30, 6]);
});

describe.each(named(shippedMails))('%s', (_, mail) => {
  test(`${asksForYes(mail) ? 'shows nothing of the person' : 'greets a person by name'}, and reads well to a stranger`, async () => {
    const known = await renderShipped(mail);
    const { first_name } = knownTo(mail).person;
    expect((known.subject + known.html + known.text).includes(String(first_name))).toBe(
      !asksForYes(mail),
    );
    const unknown = await renderShipped(mail, strangerTo(mail));
    expect(unknown.subject + unknown.text).not.toMatch(/ [,،!]|\bHi,|undefined|null|\(\)/);
  });

  test('has no gaps in its text, whatever is known', async () => {
    for (const data of [knownTo(mail), strangerTo(mail)]) {
      const { text } = await renderShipped(mail, data);
      expect(text).not.toMatch(/\n\s*\n\s*\n|^\s/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('says who sends it, in HTML and in text', async () => {
    const { html, text } = await renderShipped(mail);
    const { name, address } = knownTo(mail).organization;
    const comma = mail.language === 'fa' ? '،' : ',';
    expect(html).toContain(`${escapeHtml(name)}${comma} ${address}`);
    expect(text).toContain(`${name}${comma} ${address}`);
  });

  test('has a language and one heading, suits light and dark, and loads nothing', async () => {
    const { html, language } = await renderShipped(mail);
    const { language: written } = mail;
    expect(language).toBe(written);
    const direction = written === 'fa' ? 'rtl' : 'ltr';
    expect(html).toContain(`<html lang="${written}" dir="${direction}"`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('[data-ogsc]');
    expect(html).not.toMatch(/\bsrc=|<link|@import|url\(/);
  });

  test('has a line for the list of mails that is not its subject', async () => {
    const { html, subject } = await renderShipped(mail);
    const [, shown = ''] = /<div style="display:none[^>]*>([^<]*)</.exec(html) ?? [];
    expect(shown.trim().length).toBeGreaterThan(15);
    expect(shown).not.toContain(subject);
  });

  test('is far from the size at which Gmail cuts a mail', async () => {
    const { html } = await renderShipped(mail);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });
});

test.each(named(marketing))('%s says how to stop and how to choose', async (_, mail) => {
  const { html, text } = await renderShipped(mail);
  for (const link of ['https://crm.example.com/u/token', 'https://crm.example.com/p/token']) {
    expect(html).toContain(`<a href="${link}"`);
    expect(text).toContain(link);
  }
});

test.each(named(transactional))('%s asks for one thing, and offers no way out', async (_, mail) => {
  const { html, text } = await renderShipped(mail);
  const { confirmUrl = '' } = knownTo(mail);
  expect(html).toContain(`href="${confirmUrl}"`);
  expect(text).toContain(confirmUrl);
  expect(html).not.toContain('/u/');
});

test.each(['en', 'pl', 'fa'])(
  'a request for data and one to be erased differ in %s',
  async (language) => {
    const mail = shippedMail('library: confirm-request', language);
    const data = { ...knownTo(mail), event: { request: 'export' } };
    const erasure = await renderShipped(mail);
    const copy = await renderShipped(mail, data);
    expect(erasure.subject).not.toBe(copy.subject);
    expect(erasure.text).not.toBe(copy.text);
  },
);

test.each([
  ['en', '1 February', '€38.00'],
  ['pl', '1 lutego', '38,00 €'],
  ['fa', '۱۲ بهمن', '۳۸٫۰۰'],
])('in %s an offer ends on %s and a price is %s', async (language, day, price) => {
  const mail = shippedMail('library: cross-sell', language);
  const { text } = await renderShipped(mail);
  expect(text.replaceAll('\u00a0', ' ')).toContain(day);
  expect(text.replaceAll('\u00a0', ' ')).toContain(price);
});

test('a logo stands in the place of the name, and says it', async () => {
  const [mail] = marketing;
  if (!mail) throw new Error('There is no marketing');
  const known = knownTo(mail);
  const organization = { ...known.organization, logo_url: 'https://shop.example.com/logo.png' };
  const { html } = await renderShipped(mail, { ...known, organization });
  expect(html).toContain('src="https://shop.example.com/logo.png" alt="Larkspur &amp; Sons"');
});

test.each([
  ['en', '12.5', '€12.50 a month.'],
  ['en', '7.05', '€7.05 a month.'],
  ['pl', '21', '21,00 € miesięcznie.'],
  ['fa', '12.5', 'ماهی \u200e€۱۲٫۵۰'],
])('in %s a price of %s is shown as %s', async (language, price, shown) => {
  const mail = shippedMail('program: wider-cover', language);
  const known = knownTo(mail);
  const product = { id: 'home-plus', name: 'Home cover Plus', price, currency: 'EUR' };
  const { text } = await renderShipped(mail, { ...known, offer: { ...known.offer, product } });
  expect(text.replaceAll('\u00a0', ' ')).toContain(shown);
});

const asksToReply = /\b(?:reply|odpowiedz|odpisz)\b|پاسخ بدهید|در پاسخ به|برایمان بفرستید/i;

test.each(named(shippedMails))('%s asks for a reply only where one arrives', async (_, mail) => {
  const { reply_to: _to, ...organization } = knownTo(mail).organization;
  const nowhere = await renderShipped(mail, { ...knownTo(mail), organization });
  expect(nowhere.subject + nowhere.html + nowhere.text).not.toMatch(asksToReply);
});

test.each(['en', 'pl', 'fa'])('where a reply arrives, mails in %s ask for it', async (language) => {
  const asking = shippedMails.filter((mail) => mail.language === language);
  const texts = await Promise.all(asking.map(async (mail) => (await renderShipped(mail)).text));
  expect(texts.filter((text) => asksToReply.test(text))).toHaveLength(10);
});

test('a mail that ships is compiled once for all of its languages', async () => {
  const template = await compileShipped(shippedMails.at(-1) as (typeof shippedMails)[number]);
  expect(Object.keys(template.variants ?? {}).sort()).toEqual(['fa', 'pl']);
});
