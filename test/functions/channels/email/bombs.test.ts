// Documents made to hang or to burst whoever compiles them end soon, in a clear refusal or in a template.
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { Refused } from '../../../../functions/errors.ts';

const most = 500_000;
const fill = (text: string, length = most - 500) => text.repeat(Math.floor(length / text.length));
const document = (inside: string) =>
  `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;

const compile = (mjml: string, readBlock?: (id: string) => Promise<string | undefined>) =>
  compileTemplate('bomb', { kind: 'transactional', subject: 'x', preheader: 'y', mjml }, readBlock)
    .then(() => 'compiled')
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return error.message;
    });

describe('a document of half a million characters ends soon', () => {
  test.each<[string, string]>([
    ['comments that never end', fill('<!--')],
    ['includes that never end', fill('<mj-include ')],
    ['previews that never end', fill('<mj-preview>')],
    ['roots that never end', fill('<mjml ')],
    ['Liquid that never ends', document(`<mj-text>{% raw %}${fill('{{')}{% endraw %}</mj-text>`)],
    ['tags that never end', document(`<mj-text>${fill('<img ')}</mj-text>`)],
    ['attributes without end', document(`<mj-text><a${fill(' b')}></a></mj-text>`)],
    ['tables within tables', document(`<mj-text>${fill('<table>', 100_000)}</mj-text>`)],
    ['sections within sections', `<mjml><mj-body>${fill('<mj-section>')}`],
    ['blocks of Liquid', document(`<mj-text>${fill('{% if person.a %}')}</mj-text>`)],
  ])('with %s', async (_, mjml) => {
    const said = await compile(mjml);
    expect(said.length).toBeLessThan(16_000);
    expect(said).not.toContain('call stack');
  });
});

test.each([
  '<mj-include path="package.json" />',
  '<MJ-INCLUDE PATH="package.json" />',
  '<mj-include path="a<b" />',
  '<mj-include path="blocks/../x.mjml" />',
  "<mj-include path='/etc/passwd' type='html' />",
  '<mj-include',
])('a file is never read: %s', async (include) => {
  expect(await compile(document(include))).toContain('without other files');
});

test('blocks that multiply are stopped', async () => {
  const many = '<mj-include path="blocks/b.mjml" />'.repeat(150);
  const readBlock = async (id: string) => (id === 'a' ? many : fill('<mj-text>x</mj-text>', 9_000));
  const said = await compile(
    document('<mj-include path="blocks/a.mjml" />'.repeat(150)),
    readBlock,
  );
  expect(said).toMatch(/more than 200 blocks|larger than 500000 characters/);
});

test('many languages are no way around the size', async () => {
  const wording = { subject: 'x', mjml: document(fill('<mj-text>x</mj-text>', 300_000)) };
  const variants = { fa: wording, pl: wording };
  await expect(
    compileTemplate('bomb', { kind: 'transactional', ...wording, variants }),
  ).rejects.toThrow('larger than 500000 characters with its blocks, in all its languages');
});

test('many pieces of Liquid are refused before anybody looks at what they read', async () => {
  const tokens = Array.from({ length: 25_000 }, (_, at) => `{{ event.a${at} }}`).join('');
  expect(await compile(document(`<mj-text>${tokens}</mj-text>`))).toContain(
    '25000 pieces of Liquid, where 2000 are the most',
  );
});
