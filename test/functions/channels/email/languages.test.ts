// One template in several languages: each is compiled by itself, says what it is in, and runs in its direction.
import { describe, expect, test } from 'vitest';
import { compileTemplate, type NotCompiled } from '../../../../functions/channels/email/compile.ts';
import { render } from '../../../../functions/channels/email/render.ts';
import type { TemplateSource } from '../../../../workflows/model/template.ts';

const inRoot = (attributes: string, text = 'Hello', head = '') =>
  `<mjml${attributes}>${head}<mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

const compile = (change: Partial<TemplateSource>, attributes = '', head = '') =>
  compileTemplate('hello', {
    ...{ kind: 'transactional', subject: 'Hello', mjml: inRoot(attributes, 'Hello', head) },
    ...change,
  });

const root = (html: string) => /<html [^>]*?(?= xmlns)/.exec(html)?.[0];

describe('a mail says its language and direction', () => {
  test.each([
    [undefined, '', '<html lang="en" dir="ltr"'],
    ['pl', '', '<html lang="pl" dir="ltr"'],
    ['fa', '', '<html lang="fa" dir="rtl"'],
    ['he-IL', '', '<html lang="he-IL" dir="rtl"'],
    ['az-Arab', '', '<html lang="az-Arab" dir="rtl"'],
    ['ur-Latn', '', '<html lang="ur-Latn" dir="ltr"'],
    [undefined, ' lang="ar"', '<html lang="ar" dir="rtl"'],
    ['fa-IR', ' lang="fa"', '<html lang="fa" dir="rtl"'],
    ['fa', ' dir="ltr"', '<html lang="fa" dir="ltr"'],
  ])('in %s with <mjml%s>', async (language, attributes, expected) => {
    const { html } = await compile({ ...(language && { language }) }, attributes);
    expect(root(html)).toBe(expected);
  });

  test('unless the two disagree', async () => {
    await expect(compile({ language: 'fa' }, ' lang="en"')).rejects.toMatchObject({
      message: expect.stringContaining('<mjml lang="en"> says another language than fa'),
    });
  });
});

describe('a preheader', () => {
  const preheader = 'Tea & {{ event.cake | default: "<cake>" }}';

  test.each([
    ['a document without a head', ''],
    ['a head', '<mj-head><mj-title>x</mj-title></mj-head>'],
    [
      'a head with another one, whose place it takes',
      '<mj-head><mj-preview>Old</mj-preview></mj-head>',
    ],
  ])('stands in %s, and not in the text', async (_, head) => {
    const template = await compile({ preheader }, '', head);
    const { html, text } = render(template, {
      ...{ person: {}, event: {}, campaign: { id: 'c', name: 'C' } },
      organization: { name: 'O', address: 'A' },
    });
    expect(html).toContain('>Tea &amp; &lt;cake&gt;<');
    expect(html).not.toContain('Old');
    expect(text).toBe('Hello\n');
    expect(template.event).toEqual(['cake']);
  });
});

describe('variants', () => {
  const fa = { subject: 'سلام {{ event.a }}', mjml: inRoot('', 'سلام {{ event.b }}') };
  const pl = { subject: 'Cześć', mjml: inRoot('', '{{ nobody }}') };

  test('are compiled beside the template, and what they read is read', async () => {
    const { language, event, variants } = await compile({ variants: { fa } });
    expect([language, event]).toEqual(['en', ['a', 'b']]);
    expect(root(variants?.fa?.html ?? '')).toBe('<html lang="fa" dir="rtl"');
    expect(variants?.fa?.text).toBe('سلام {{ event.b }}\n');
  });

  test('are refused each with its place', async () => {
    const thrown = (await compile({ subject: '{{ x }}', variants: { fa, pl } }).catch(
      (error: unknown) => error,
    )) as NotCompiled;
    expect(thrown).toMatchObject({ status: 422, at: 'subject' });
    expect(thrown.faults.map(({ path }) => path.join('.'))).toEqual([
      'subject',
      'variants.pl.mjml',
    ]);
    expect(thrown.message).toContain('in pl, body, line 1: nobody does not exist');
  });
});
