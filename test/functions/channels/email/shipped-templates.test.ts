// The mails that ship with the programs: they compile, and read well to people known and unknown.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { type RenderData, render } from '../../../../functions/channels/email/render.ts';
import { templateSource } from '../../../../workflows/model/template.ts';

const files = globSync('workflows/programs/*/templates/*.mjml');

function compileFile(file: string) {
  const [, front = '', mjml] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, 'utf8')) ?? [];
  return compileTemplate(basename(file, '.mjml'), templateSource.parse({ ...parse(front), mjml }));
}

const data: RenderData = {
  person: { first_name: 'Zofia' },
  event: {
    topic: 'credit_card_interest_rate',
    products: [{ name: 'Tea', quantity: 2 }, { sku: 'no-name' }],
  },
  campaign: { id: 'cmp_1', name: 'Retention' },
  organization: { name: 'Larkspur & Sons', address: '14 Mill Lane, Leeds' },
  unsubscribeUrl: 'https://crm.example.com/u/token',
  offer: {
    id: 'goes-with-it',
    name: '10% off what goes with it',
    kind: 'discount',
    value: '0',
    until: '2026-02-01T09:00:00.000Z',
    product: { id: 'case', name: 'Case' },
  },
};

test('there are mails to ship', () => {
  expect(files.length).toBeGreaterThanOrEqual(4);
});

describe.each(files)('%s', (file) => {
  test('greets a person by name, and a stranger without a gap', async () => {
    const template = await compileFile(file);
    const known = render(template, data);
    expect(known.subject + known.text).toContain('Zofia');
    const unknown = render(template, { ...data, person: {}, event: {} });
    expect(unknown.subject + unknown.text).not.toMatch(/ ,|\bHi,|undefined|null/);
  });

  test('has no gaps in its text, whatever is known', async () => {
    const template = await compileFile(file);
    for (const person of [data.person, {}])
      expect(render(template, { ...data, person, event: {} }).text).not.toMatch(/\n\s*\n\s*\n/);
  });

  test('says who sends it and how to stop, in HTML and in text', async () => {
    const { html, text } = render(await compileFile(file), data);
    expect(html).toContain('Larkspur &amp; Sons, 14 Mill Lane, Leeds');
    expect(text).toContain('Larkspur & Sons, 14 Mill Lane, Leeds');
    expect(html).toContain('<a href="https://crm.example.com/u/token"');
    expect(text).toContain('https://crm.example.com/u/token');
  });

  test('has a language and one heading, suits light and dark, and loads nothing', async () => {
    const { html } = render(await compileFile(file), data);
    expect(html).toMatch(/<html lang="en" dir="ltr"/);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toMatch(/\bsrc=|<link|@import|url\(/);
  });

  test('is far from the size at which Gmail cuts a mail', async () => {
    expect(render(await compileFile(file), data).html.length).toBeLessThan(40_000);
  });
});

test.each([
  ['12.5', '12.50'],
  ['21', '21.00'],
  ['7.05', '7.05'],
])('a price of %s is shown as %s', async (price, shown) => {
  const [file = ''] = files.filter((one) => one.includes('wider-cover'));
  const product = { id: 'home-plus', name: 'Home cover Plus', price, currency: 'EUR' };
  const { html, text } = render(await compileFile(file), {
    ...data,
    offer: { ...data.offer, product },
  });
  expect(html).toContain(`<b>${shown} EUR</b> a month.`);
  expect(text).toContain(`${shown} EUR a month.`);
});
