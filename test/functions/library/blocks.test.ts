// Blocks over the API: included by templates and by one another, and never saved in a form that breaks a template.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import { type Ask, asking, transactional } from '../../support/library.ts';
import { openShop } from '../../support/shop.ts';

let ask: Ask;
beforeEach(async () => {
  ask = asking(await forThisTest(openShop));
});

const text = (said: string) => ({ mjml: `<mj-text>${said}</mj-text>` });
const including = (id: string) => ({ mjml: `<mj-include path="blocks/${id}.mjml" />` });
const template = (id: string) => ({
  ...transactional(''),
  mjml: transactional('').mjml.replace('</mj-column>', `${including(id).mjml}$&`),
});

test('a block is saved in versions, read and listed', async () => {
  expect(await ask('PUT', 'blocks/foot', text('Bye'))).toEqual({
    ...{ status: 200, id: 'foot', version: 1, templates: [] },
  });
  expect(await ask('PUT', 'blocks/foot', text('So long'), 1)).toMatchObject({ version: 2 });
  expect(await ask('PUT', 'blocks/foot', text('Adieu'), 1)).toMatchObject({ status: 412 });
  expect(await ask('GET', 'blocks/foot')).toMatchObject({
    source: text('So long'),
    versions: [{ version: 2 }, { version: 1 }],
  });
  const { items } = await ask('GET', 'blocks');
  expect(items).toContainEqual(expect.objectContaining({ id: 'foot', version: 2 }));
});

test.each([
  ['a column', '<mj-text>x</mj-text>'],
  ['a section', '<mj-column><mj-text>x</mj-text></mj-column>'],
  ['the body', '<mj-section><mj-column /></mj-section>'],
  ['the head', '<mj-style>a { color: red }</mj-style>'],
  ['the attributes', '<mj-all color="red" />'],
])('a block may stand in %s', async (_, mjml) => {
  expect(await ask('PUT', 'blocks/foot', { mjml })).toMatchObject({ status: 200 });
});

test.each([
  ['what is nothing of MJML', '<mj-txt>x</mj-txt>', 'mj-txt'],
  ['an attribute that is none', '<mj-text\n colour="red">x</mj-text>', 'colour is illegal'],
  ['half of Liquid', '<mj-text>{% if person.vip %}</mj-text>', 'not closed'],
  ['itself', including('foot').mjml, 'a circle of blocks: foot, foot'],
  ['what is not there', including('head').mjml, 'no block "head"'],
])('a block of %s is refused', async (_, mjml, reason) => {
  expect(await ask('PUT', 'blocks/foot', { mjml })).toMatchObject({
    status: 422,
    at: 'mjml',
    error: expect.stringContaining(reason),
  });
});

test('blocks hold blocks, three deep', async () => {
  await ask('PUT', 'blocks/three', text('x'));
  await ask('PUT', 'blocks/two', including('three'));
  await ask('PUT', 'blocks/one', including('two'));
  expect(await ask('PUT', 'templates/deep', template('one'))).toMatchObject({ status: 200 });
  expect(await ask('PUT', 'blocks/zero', including('one'))).toMatchObject({
    status: 422,
    error: expect.stringContaining('nested deeper than 3'),
  });
});

describe('a block in a template', () => {
  beforeEach(async () => {
    await ask('PUT', 'blocks/foot', text('Bye'));
    await ask('PUT', 'blocks/end', including('foot'));
    await ask('PUT', 'templates/hello', template('end'));
  });

  test('is saved when the template compiles with it', async () => {
    expect(await ask('PUT', 'blocks/foot', text('So long'))).toMatchObject({
      templates: ['hello'],
    });
  });

  test('is refused when the template does not, with the place in the block', async () => {
    expect(await ask('PUT', 'blocks/foot', text('\n{{ persn.name }}'))).toMatchObject({
      status: 422,
      at: 'mjml',
      error: expect.stringContaining(
        'Template hello: body, line 2 of block foot: persn.name does not exist',
      ),
    });
    expect(await ask('GET', 'blocks/foot')).toMatchObject({ version: 1 });
  });

  test('closes no circle', async () => {
    expect(await ask('PUT', 'blocks/foot', including('end'))).toMatchObject({
      status: 422,
      error: expect.stringContaining('a circle of blocks: foot, end, foot'),
    });
  });

  test('is deleted after what includes it', async () => {
    expect(await ask('DELETE', 'blocks/foot')).toMatchObject({
      status: 409,
      error: 'It is used by template "hello", block "end"',
    });
    await ask('DELETE', 'templates/hello');
    await ask('DELETE', 'blocks/end');
    expect(await ask('DELETE', 'blocks/foot')).toEqual({ status: 204 });
  });
});
