// What a person reads, given what is known about them.
import { describe, expect, test } from 'vitest';
import {
  type RenderData,
  RenderError,
  render,
} from '../../../../functions/channels/email/render.ts';
import type { Fields } from '../../../../workflows/model/event.ts';
import type { CompiledTemplate } from '../../../../workflows/model/template.ts';

const template = (change: Partial<CompiledTemplate>): CompiledTemplate => ({
  name: 'welcome',
  kind: 'marketing',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  event: [],
  ...change,
});

const data: RenderData = {
  person: { first_name: '<b>Sara</b> & co' },
  event: { topic: 'rates' },
  campaign: { id: 'cmp_1', name: 'Retention' },
  organization: { name: 'Acme', address: '1 Main Street, Springfield' },
  unsubscribeUrl: 'https://crm.example.com/u/token',
};

const html = (content: string, change: Partial<RenderData> = {}) =>
  render(template({ html: content }), { ...data, ...change }).html;

describe('a rendered mail', () => {
  test('escapes in HTML, and nowhere else', () => {
    const greeting = '{{ person.first_name }}';
    const mail = render(template({ subject: greeting, html: greeting, text: greeting }), data);
    expect(mail).toEqual({
      subject: '<b>Sara</b> & co',
      html: '&lt;b&gt;Sara&lt;/b&gt; &amp; co',
      text: '<b>Sara</b> & co',
    });
  });

  test.each([
    ['one\n\n\n\ntwo', 'one\n\ntwo'],
    ['one\n \n\t\n  two', 'one\n\n  two'],
    ['one\n\n{% if person.none %}none{% endif %}\n\ntwo', 'one\n\ntwo'],
    ['one\n\ntwo\nthree', 'one\n\ntwo\nthree'],
  ])('has no gaps in its text: %j', (text, expected) => {
    expect(render(template({ text }), data).text).toBe(expected);
  });

  test('escapes once, also where its author asked for it', () => {
    expect(html('{{ person.first_name | escape }}')).toBe('&lt;b&gt;Sara&lt;/b&gt; &amp; co');
  });

  test('knows the person by three names, the organization, the campaign and the way out', () => {
    expect(html('{{ customer.first_name | size }}{{ user.first_name | size }}')).toBe('1616');
    expect(html('{{ organization.name }}, {{ campaign.name }}')).toBe('Acme, Retention');
    expect(html('<a href="{{ unsubscribe_url }}">')).toBe(`<a href="${data.unsubscribeUrl}">`);
  });

  test('lists what is a list', () => {
    expect(html('{{ event.items }}', { event: { items: ['a & b', 2] } })).toBe('a &amp; b, 2');
  });

  test('has a subject of one line, whatever a name contains', () => {
    const person = { first_name: 'Sara\r\nBcc: eve@example.com' };
    const mail = render(template({ subject: 'Hi {{ person.first_name }} ' }), { ...data, person });
    expect(mail.subject).toBe('Hi Sara Bcc: eve@example.com');
  });

  test.each<Fields>([{}, { first_name: null }, { first_name: '' }])(
    'falls back for %j',
    (person) => {
      expect(html("Hi {{ person.first_name | default: 'there' }}", { person })).toBe('Hi there');
      expect(html('{% if person.first_name %}Hi{% else %}Hello{% endif %}', { person })).toBe(
        'Hello',
      );
    },
  );
});

describe('a mail is not rendered', () => {
  test.each<Fields>([{}, { first_name: null }, { first_name: '' }])(
    'with a hole for %j',
    (person) => {
      const holes = () => html('Hi {{ person.first_name }},', { person });
      expect(holes).toThrow(RenderError);
      expect(holes).toThrow('Template welcome: undefined variable: person.first_name');
    },
  );

  test('with an object where words should be', () => {
    const person = { company: { name: 'Acme' } };
    expect(() => html('{{ person.company }}', { person })).toThrow('an object, not text');
    expect(html('{{ person.company.name }}', { person })).toBe('Acme');
  });

  test('without a subject', () => {
    const empty = () => render(template({ subject: "{{ person.x | default: ' ' }}" }), data);
    expect(empty).toThrow('the subject is empty');
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '/offers',
  ])('with a link to %j', (url) => {
    const linked = (markup: string) => () => html(markup, { event: { url } });
    expect(linked('<a class="x" href="{{ event.url }}">Go</a>')).toThrow(RenderError);
    expect(linked("<a href = '{{ event.url }}'>Go</a>")).toThrow('not http, mailto or tel');
    expect(linked('<a href={{ event.url }}>Go</a>')).toThrow('not http, mailto or tel');
    expect(linked('{% assign u = event.url %}<a href="{{ u }}">Go</a>')).toThrow(RenderError);
  });

  test.each(['https://x.example/a?b=c', 'mailto:help@example.com', 'tel:+48501501501'])(
    'unless the link is %s',
    (url) => {
      expect(html('<a href="{{ event.url }}">Go</a>', { event: { url } })).toContain('href=');
    },
  );

  test('when it would never end', () => {
    expect(() => html('{% for i in (1..100000000) %}{% endfor %}')).toThrow(RenderError);
  });

  test('from anything but its data', () => {
    expect(() => html('{{ person.toString }}')).toThrow('undefined variable');
    expect(() => html("{% include 'package.json' %}")).toThrow('not found');
  });
});
