// What a marketer may publish, and what they are told when they may not.
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { Refused } from '../../../../functions/errors.ts';
import type { TemplateSource } from '../../../../workflows/model/template.ts';

const footer = `<mj-section><mj-column><mj-text>{{ organization.address }}
  <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text></mj-column></mj-section>`;

function source(content: string, change: Partial<TemplateSource> = {}): TemplateSource {
  const body = `<mj-section><mj-column>\n${content}\n</mj-column></mj-section>`;
  const mjml = `<mjml lang="en"><mj-body>\n${body}\n${footer}\n</mj-body></mjml>`;
  return { kind: 'marketing', subject: 'Hello', mjml, ...change };
}

const compile = (content: string, change?: Partial<TemplateSource>) =>
  compileTemplate('welcome', source(content, change));

async function refusal(content: string, change?: Partial<TemplateSource>): Promise<string> {
  const error = await compile(content, change).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 422 });
  return (error as Refused).message;
}

describe('a compiled template', () => {
  test('keeps its Liquid in HTML and in text, and headings as they are written', async () => {
    const hello = "<h1>Hello {{ person.first_name | default: 'there' }}</h1>";
    const { html, text } = await compile(`<mj-text>${hello}</mj-text>`);
    expect(html).toContain(hello);
    expect(text).toContain("Hello {{ person.first_name | default: 'there' }}");
    expect(text).toContain('Unsubscribe [{{ unsubscribe_url }}]');
  });

  test('says in text what people see: no preview line, no images', async () => {
    const mjml = `<mjml><mj-head><mj-preview>Peek</mj-preview></mj-head><mj-body><mj-section>
      <mj-column><mj-image alt="A cat" src="https://x.example/cat.png" /><mj-text>Meow</mj-text>
      </mj-column></mj-section></mj-body></mjml>`;
    const { html, text } = await compile('', { kind: 'transactional', mjml });
    expect(html).toContain('Peek');
    expect(text).toBe('Meow\n');
  });

  test('asks nothing of a third party that its author did not ask for', async () => {
    const { html } = await compile('<mj-text>Hello</mj-text>');
    expect(html).not.toContain('fonts.googleapis.com');
  });

  test('has no comments of its author, and no indentation unless it counts', async () => {
    const plain = await compile('<!-- TODO: nicer --><mj-text>Hello</mj-text>');
    expect(plain.html).not.toMatch(/TODO|\n\s/);
    const poem = await compile('<mj-text><pre>roses\n  violets</pre></mj-text>');
    expect(poem.html).toContain('roses\n  violets');
  });

  test('lists the properties of the event that it reads, wherever it reads them', async () => {
    const { event } = await compile(
      `<mj-text>{% if event.vip %}{{ event['Card Name'] }}{% endif %}</mj-text>
       <mj-button href="https://x.example/{{ event.slug }}">{{ event.address.city }}</mj-button>`,
      { subject: 'About {{ event.topic }}' },
    );
    expect(event).toEqual(['Card Name', 'address', 'slug', 'topic', 'vip']);
  });

  test('keeps direction and language', async () => {
    const mjml = source('<mj-text>سلام</mj-text>').mjml.replace('lang="en"', 'lang="fa" dir="rtl"');
    const { html } = await compile('', { mjml });
    expect(html).toMatch(/<html lang="fa" dir="rtl"/);
  });
});

describe('a template is refused', () => {
  test.each([
    [
      'an attribute MJML does not know',
      '<mj-text colour="red">x</mj-text>',
      'line 3, mj-text: Attribute colour is illegal',
    ],
    [
      'an element in the wrong place',
      '<mj-section />',
      'mj-section cannot be used inside mj-column',
    ],
    ['another file', '<mj-include path="package.json" />', 'without other files'],
    [
      'Liquid between elements',
      '{% if person.vip %}<mj-text>x</mj-text>{% endif %}',
      '{% if person.vip %} is lost',
    ],
    [
      'double quotes inside an attribute',
      '<mj-button href="{{ event.a | default: "x" }}">Go</mj-button>',
      'needs single quotes',
    ],
    [
      'a filter that does not exist',
      '<mj-text>\n{{ event.a | shout }}</mj-text>',
      'body: undefined filter: shout, line:4',
    ],
    [
      'the filter that switches escaping off',
      '<mj-text>{{ event.a | raw }}</mj-text>',
      'undefined filter: raw',
    ],
    [
      'an open tag',
      '<mj-text>{% if event.a %}</mj-text>',
      'tag {% if event.a %} not closed, line:3',
    ],
    ['files', "<mj-text>{% render 'package.json' %}</mj-text>", 'tag "render" not found'],
    [
      'a variable that does not exist',
      '<mj-text>{{ persn.first_name }}</mj-text>',
      'line 3: persn.first_name does not exist',
    ],
    [
      'a field that does not exist',
      '<mj-text>{{ organization.adress }}</mj-text>',
      'organization.adress does not exist',
    ],
    [
      'a property that data would name',
      '<mj-text>{{ event[person.x] }}</mj-text>',
      'name the property',
    ],
    ['the whole event', '<mj-text>{{ event | json }}</mj-text>', 'name the property'],
    ['a script', '<mj-raw><script>alert(1)</script></mj-raw>', 'scripts, frames and forms'],
    ['a handler', '<mj-text><b onclick="x()">x</b></mj-text>', 'handlers such as onclick'],
    [
      'an attribute without quotes',
      '<mj-text><b title={{ event.a }}>x</b></mj-text>',
      'needs quotes',
    ],
    [
      'a script as a link',
      '<mj-button href="javascript:alert(1)">x</mj-button>',
      'javascript:alert(1)',
    ],
    [
      'a script as a link, half of it from data',
      '<mj-button href="java{{ event.a }}">x</mj-button>',
      'is not http',
    ],
    [
      'a link that works on a website only',
      '<mj-button href="/offers">x</mj-button>',
      'the link "/offers"',
    ],
  ])('with %s', async (_, content, reason) => {
    expect(await refusal(content)).toContain(reason);
  });

  test('when it is not MJML', async () => {
    expect(await refusal('', { mjml: 'Hello' })).toContain('Parsing failed');
  });

  test('when its subject is broken', async () => {
    expect(await refusal('<mj-text>x</mj-text>', { subject: '{{ person.name' })).toContain(
      'subject: output',
    );
    expect(await refusal('<mj-text>x</mj-text>', { subject: '{{ nobody }}' })).toContain(
      'subject, line 1: nobody',
    );
  });

  test('with all its faults at once', async () => {
    const said = await refusal('<mj-text>{{ a }} {{ b }}</mj-text>', { subject: '{{ c }}' });
    expect(said.match(/does not exist/g)).toHaveLength(3);
  });

  test('when it is marketing without a way out or without an address', async () => {
    const mjml = source('<mj-text>Hello</mj-text>').mjml.replace(footer, '');
    const said = await refusal('', { mjml });
    expect(said).toContain('{{ unsubscribe_url }}');
    expect(said).toContain('{{ organization.address }}');
    await expect(compile('', { mjml, kind: 'transactional' })).resolves.toBeDefined();
  });

  test('when it is transactional with a way out', async () => {
    const said = await refusal('<mj-text>Hello</mj-text>', { kind: 'transactional' });
    expect(said).toContain('a transactional mail has no unsubscribe link');
  });
});
