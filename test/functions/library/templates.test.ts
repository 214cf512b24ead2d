// The library of templates over the API: saved in versions, refused with the place of every fault, deleted when nothing
// needs it.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import { type Ask, asking, transactional } from '../../support/library.ts';
import { openShop } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let ask: Ask;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  ask = asking(workspace);
});

const hello = transactional('Hello');

test('a template is saved in versions, and read as it was written', async () => {
  expect(await ask('PUT', 'templates/hello', hello)).toEqual({
    status: 200,
    ...{ id: 'hello', version: 1, languages: ['en'], warnings: [] },
  });
  const other = { ...hello, subject: 'Hello again' };
  expect(await ask('PUT', 'templates/hello', other)).toMatchObject({ version: 2 });
  expect(await ask('GET', 'templates/hello')).toMatchObject({
    ...{ version: 2, by: 'administrator', subject: 'Hello again', source: other },
    versions: [{ version: 2 }, { version: 1, by: 'administrator' }],
  });
  expect(await ask('GET', 'templates/hello/versions/1')).toMatchObject({ source: hello });
  for (const path of ['hello/versions/3', 'hello/versions/x', 'none'])
    expect(await ask('GET', `templates/${path}`)).toMatchObject({ status: 404 });
});

test('saving tells of what Gmail would clip', async () => {
  const large = transactional('a long letter '.repeat(8_000));
  expect(await ask('PUT', 'templates/large', large)).toMatchObject({
    ...{ status: 200, version: 1 },
    warnings: [{ message: expect.stringContaining('in en: Gmail clips mails above 102400 bytes') }],
  });
});

test('a template is saved on top of the version that was read, where that is said', async () => {
  expect(await ask('PUT', 'templates/hello', hello, 0)).toMatchObject({ version: 1 });
  expect(await ask('PUT', 'templates/hello', hello, 0)).toMatchObject({
    status: 412,
    code: 'changed_meanwhile',
  });
  expect(await ask('PUT', 'templates/hello', hello, 1)).toMatchObject({ version: 2 });
});

test('templates are listed by id, with their languages and blocks', async () => {
  await ask('PUT', 'blocks/foot', { mjml: '<mj-text>Bye</mj-text>' });
  const persian = { subject: 'سلام', mjml: transactional('سلام').mjml };
  const many = {
    ...transactional('<mj-include path="blocks/foot.mjml" />'),
    variants: { fa: persian },
  };
  await ask('PUT', 'templates/many', many);
  await ask('PUT', 'templates/hello', hello);
  expect(await ask('GET', 'templates')).toMatchObject({
    items: [
      { id: 'hello', languages: ['en'], blocks: [] },
      { id: 'many', languages: ['en', 'fa'], blocks: ['foot'] },
    ],
  });
  const { next } = await ask('GET', 'templates?limit=1');
  expect(await ask('GET', `templates?limit=1&next=${next}`)).toMatchObject({
    items: [{ id: 'many' }],
  });
});

test('a template that was deleted keeps its versions, and counts on when it comes back', async () => {
  await ask('PUT', 'templates/hello', hello);
  expect(await ask('DELETE', 'templates/hello')).toEqual({ status: 204 });
  expect(await ask('DELETE', 'templates/hello')).toMatchObject({ status: 404 });
  expect(await ask('GET', 'templates/hello')).toMatchObject({ status: 404 });
  expect(await ask('GET', 'templates/hello/versions/1')).toMatchObject({ source: hello });
  expect(await ask('PUT', 'templates/hello', hello)).toMatchObject({ version: 2 });
});

test('of those who save at once, whoever is told of success has saved', async () => {
  const subjects = ['One', 'Two', 'Three'];
  const answers = await Promise.all(
    subjects.map((subject) => ask('PUT', 'templates/hello', { ...hello, subject })),
  );
  const saved = answers.flatMap(({ status, version = 0 }) => (status === 200 ? [version] : []));
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  expect(await ask('GET', 'templates/hello')).toMatchObject({ version: Math.max(...saved) });
  const { versions } = await ask('GET', 'templates/hello');
  expect(versions?.map(({ version }) => version).sort()).toEqual(saved.sort());
});

test('who would not get it is told at every saving', async () => {
  const { warnings } = await ask('PUT', 'templates/hello', transactional('{{ person.city }}'));
  expect(warnings).toEqual([
    { at: 'mjml', message: expect.stringContaining('a contact without city gets no mail') },
  ]);
  const blank = { ...transactional('{{ person.city }}'), missing: 'blank' };
  expect(await ask('PUT', 'templates/hello', blank)).toMatchObject({ warnings: [] });
});

describe('a template is refused, with the place', () => {
  const inText = (text: string) => transactional(text);
  const english = { subject: 'x', mjml: hello.mjml };
  const twice = { fa: { subject: 'x', mjml: '<mjml lang="en"></mjml>' } };
  test.each<[string, object, string, string]>([
    ['of broken Liquid', inText('{% if x %}'), 'mjml', 'not closed, line:2'],
    ['of an unknown name', { ...hello, subject: '{{ persn.x }}' }, 'subject', 'persn.x'],
    ['in its preheader', { ...hello, preheader: '{{ x }}' }, 'preheader', 'x does not exist'],
    [
      'of a lost token',
      inText('</mj-text>{{ event.a }}<mj-text>'),
      'mjml',
      'line 2, {{ event.a }}',
    ],
    [
      'of an unknown block',
      inText('<mj-include path="blocks/no.mjml" />'),
      'mjml',
      'no block "no"',
    ],
    ['of a file', inText('<mj-include path="x.css" type="css" />'), 'mjml', 'line 2, mj-include'],
    ['of a script', inText('<script>x</script>'), 'mjml', 'scripts, frames'],
    ['without a postal address', { ...hello, kind: 'marketing' }, 'mjml', 'postal address'],
    ['in another language', { ...hello, variants: twice }, 'variants.fa.mjml', 'another language'],
    [
      'twice in one',
      { ...hello, variants: { en: english } },
      'variants.en.mjml',
      'en is the language',
    ],
    ['in no language', { ...hello, language: 'english' }, 'language', 'such as en, fa or pt-BR'],
  ])('%s', async (_, source, at, reason) => {
    expect(await ask('PUT', 'templates/hello', source)).toMatchObject({
      status: 422,
      at,
      error: expect.stringContaining(reason),
    });
    expect(await ask('GET', 'templates/hello')).toMatchObject({ status: 404 });
  });
});
