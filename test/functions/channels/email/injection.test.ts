// Data that tries to be more than data: in HTML, in links, in Liquid itself. It ends as harmless text, or in
// an error that says where.
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { render } from '../../../../functions/channels/email/render.ts';
import type { Json } from '../../../../workflows/model/event.ts';
import { shown, someone, templateOf, written } from '../../../support/rendering.ts';

/** As many template languages write it. */
const dollar = `$${'{7*7}'}`;

const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>&lt;';
const harmless =
  '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;lt;';
const named = (first_name: Json) => ({ person: { first_name } });

describe('HTML in a name', () => {
  test.each([
    '{{ person.first_name }}',
    "{{ person.first_name | default: 'friend' }}",
    '{{ person.x | default: person.first_name }}',
    '{% echo person.first_name %}',
    '{% liquid echo person.first_name %}',
    "{% cycle person.first_name, 'b' %}",
    '{% assign a = person.first_name %}{{ a }}',
    '{% capture a %}{{ person.first_name }}{% endcapture %}{{ a }}',
    '{% capture a %} {{ person.first_name }} {% endcapture %}{{ a | strip }}',
    '{% capture a %}{{ person.first_name }}{% endcapture %}{{ a | append: "" }}',
    '{{ person.first_name | escape }}',
    '{{ person.first_name | escape_once }}',
    '{{ person.first_name | xml_escape }}',
    "{{ person.first_name | split: '' | join: '' }}",
    '{{ person.first_name | url_encode | url_decode }}',
    '{{ person.first_name | base64_encode | base64_decode }}',
    "{{ person.first_name | date: '%Y' }}",
    "{{ person.first_name | money: 'EUR' }}",
    '{{ person.first_name | number }}',
    '{% for i in (1..1) %}{{ person.first_name }}{% endfor %}',
  ])('is text, printed by %s', (html) => {
    expect(shown(html, named(hostile))).toBe(harmless);
  });

  test.each([
    '{{ person.first_name | json }}',
    '{{ person.first_name | jsonify }}',
    '{{ person.first_name | inspect }}',
    '{% tablerow i in (1..1) %}{{ person.first_name }}{% endtablerow %}',
    "{{ 'a' | replace: 'a', person.first_name }}",
    '{{ 0 | date: person.first_name }}',
    '{{ 5 | money: person.first_name }}',
    '{{ event.list }}',
    '{{ event.list | first }}',
    '{{ event.list | array_to_sentence_string }}',
  ])('makes no element, printed by %s', (html) => {
    const event = { list: [hostile, [hostile]] };
    const mail = shown(html, { ...named(hostile), event });
    expect(mail).toContain('&lt;');
    expect(mail).not.toMatch(/<(?:script|img)/);
  });

  test('does not leave the attribute that it stands in', () => {
    const tag = (quote: string) =>
      shown(`<p title=${quote}{{ person.first_name }}${quote}>`, named(hostile));
    expect(tag('"')).toBe(`<p title="${harmless}">`);
    expect(tag("'")).toBe(`<p title='${harmless}'>`);
  });

  test('and its entities are read as they were written', () => {
    expect(shown('{{ person.first_name }}', named('Tom &amp; &#74;im'))).toBe(
      'Tom &amp;amp; &amp;#74;im',
    );
  });
});

test('what a template captures is its own markup, and values in it are escaped once', () => {
  const html = '{% capture a %}<b>{{ person.first_name }}</b>{% endcapture %}{{ a }}';
  expect(shown(html, named("O'Neil & co"))).toBe('<b>O&#39;Neil &amp; co</b>');
  expect(written(html, named("O'Neil"))).toBe("<b>O'Neil</b>");
  const upper = '{% capture a %}{{ person.first_name }}{% endcapture %}{{ a | upcase }}';
  expect(shown(upper, named("o'neil"))).toBe('O&#39;NEIL');
});

describe('a link made of data', () => {
  test.each([
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      '\tjavascript:alert(1)',
    ],
    ...[
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'javascript&#58;alert(1)',
      'data:text/html,x',
    ],
    ...[
      'data:text/html;base64,PHNjcmlwdD4=',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:x',
      '//evil.test/',
    ],
  ])('to %j stops the mail', (url) => {
    for (const link of [
      '<a href="{{ event.url }}">',
      "<a href='{{ event.url }}'>",
      '<area href={{ event.url }}>',
    ])
      expect(() => shown(link, { event: { url } })).toThrow('a link is not http, mailto or tel');
  });

  test('without quotes is refused when it is compiled', async () => {
    const mjml = '<mjml><mj-body><mj-raw><a href={{ event.url }}>x</a></mj-raw></mj-body></mjml>';
    const source = { kind: 'transactional', subject: 'Hi', mjml } as const;
    await expect(compileTemplate('x', source)).rejects.toThrow('needs quotes around its value');
  });
});

describe('Liquid and MJML in data', () => {
  test.each([
    ...[
      '{{ 7 | times: 7 }}',
      '{% assign a = 1 %}',
      '{{ organization.address }}',
      '{% raw %}',
      '{{',
      '%}',
    ],
    // What is tried on servers that build templates out of data.
    ...[
      dollar,
      '#{7*7}',
      '<%= 7*7 %>',
      '*{7*7}',
      '@(7*7)',
      '{{constructor.constructor("return 1")()}}',
    ],
    ...[
      '{{#with "s" as |string|}}',
      '{php}echo 1;{/php}',
      `[[${dollar}]]`,
      '<mj-include path="/etc/passwd" />',
    ],
  ])('%s is not run', (text) => {
    const mail = render(
      templateOf({ ...{ subject: '{{ person.first_name }}', text: '{{ person.first_name }}' } }),
      { ...someone, ...named(text) },
    );
    expect(mail.subject).toBe(text);
    expect(mail.text).toBe(text);
  });

  test('an offer and a block that is included see MJML only from whoever writes templates', async () => {
    const mjml =
      '<mjml><mj-body><mj-section><mj-column><mj-include path="blocks/b.mjml" /></mj-column></mj-section></mj-body></mjml>';
    const template = await compileTemplate(
      'x',
      { kind: 'transactional', subject: 'Hi', mjml },
      async () => '<mj-text>{{ offer.name }}</mj-text>',
    );
    const name = '</mj-text><mj-raw><script>x</script></mj-raw>{{ 7 | times: 7 }}';
    const { html } = render(template, { ...someone, offer: { name } });
    expect(html).toContain('&lt;/mj-text&gt;&lt;mj-raw&gt;&lt;script&gt;');
    expect(html).toContain('{{ 7 | times: 7 }}');
  });
});
