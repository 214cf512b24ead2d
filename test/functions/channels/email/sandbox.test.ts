// Templates that would never end, or would grow without end. Each ends in an error by the count of its steps and of
// what it writes: no clock, so that a busy machine changes nothing.
import { describe, expect, test } from 'vitest';
import { RenderError } from '../../../../functions/channels/email/render.ts';
import { readVariables } from '../../../../functions/channels/email/variables.ts';
import { written } from '../../../support/rendering.ts';

/** What has a million characters or more, made of few. */
const doubled = (filter: string, times = 40) =>
  `{% assign a = 'abcdefgh' %}{% for i in (1..${times}) %}{% assign a = a | ${filter} %}{% endfor %}`;
const wide =
  "{% assign a = '' %}{% for i in (1..200) %}{% capture a %}{{ a }}{{ a }}x{% endcapture %}{% endfor %}";
const long = (rest: string) =>
  `{% capture a %}{% for i in (1..100000) %}xy xy{% endfor %}{% endcapture %}{% for i in (1..100000) %}${rest}{% endfor %}`;

const bombs: readonly (readonly [string, string])[] = [
  ['ten million turns', '{% for i in (1..10000000) %}{{ i }}{% endfor %}'],
  ['turns of nothing', '{% for i in (1..10000000) %}{% endfor %}'],
  ['turns in turns', '{% for i in (1..3000) %}{% for j in (1..3000) %}{% endfor %}{% endfor %}'],
  [
    'turns that only count',
    '{% for i in (1..3000) %}{% for j in (1..3000) %}{% increment n %}{% endfor %}{% endfor %}',
  ],
  ['a table of ten million', '{% tablerow i in (1..10000000) cols: 2 %}{{ i }}{% endtablerow %}'],
  [
    'tables in tables',
    '{% for i in (1..3000) %}{% tablerow j in (1..3000) %}{% endtablerow %}{% endfor %}',
  ],
  ['a range that nobody can count', '{{ (1..9999999999999) | size }}'],
  ['a range to infinity', "{% assign n = '1e400' | times: 1 %}{% for i in (1..n) %}a{% endfor %}"],
  ['text doubled by append', doubled('append: a')],
  ['text doubled by prepend', doubled('prepend: a')],
  ['text doubled by replace', doubled("replace: 'a', a")],
  ['text grown by replace of nothing', doubled("replace: '', 'xxxxxxxx'")],
  ['text doubled by join', doubled("split: '' | join: 'abcd'")],
  ['text doubled by escaping', doubled('url_encode | url_encode | append: a')],
  [
    'a list doubled by concat',
    "{% assign a = 'a b c' | split: ' ' %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}",
  ],
  [
    'a list grown by push',
    "{% assign a = 'a' | split: '' %}{% for i in (1..9000000) %}{% assign a = a | push: i %}{% endfor %}",
  ],
  ['captures of captures', wide],
  [
    'a capture without end',
    '{% capture a %}{% for i in (1..4000) %}{% for j in (1..4000) %}xxxxxxxxxxxx{% endfor %}{% endfor %}{% endcapture %}',
  ],
  ['printing without end', `{% for i in (1..4000) %}${'x'.repeat(5_000)}{% endfor %}`],
  [
    'sorting again and again',
    '{% assign a = (1..100000) %}{% for i in (1..1000) %}{% assign b = a | reverse | sort %}{% endfor %}',
  ],
  [
    'uniq again and again',
    '{% assign a = (1..100000) %}{% for i in (1..1000) %}{% assign b = a | uniq %}{% endfor %}',
  ],
  [
    'map and where again and again',
    "{% assign a = (1..100000) %}{% for i in (1..1000) %}{% assign b = a | map: 'x' | where: 'y', 1 %}{% endfor %}",
  ],
  [
    'sums again and again',
    '{% assign a = (1..100000) %}{% for i in (1..1000) %}{% assign b = a | sum %}{% endfor %}',
  ],
  ['searching long text', long("{% if a contains 'z' %}{% endif %}")],
  [
    'comparing long text',
    `${long('{% if a == b %}{% endif %}').replace('{% for', '{% assign b = a %}{% for')}`,
  ],
  ['splitting long text', long("{% assign b = a | split: ' ' %}")],
  ['stripping long text', long('{% assign b = a | strip_html | strip | squish %}')],
  ['counting words', long('{% assign b = a | number_of_words %}')],
  ['truncating words', long('{% assign b = a | truncatewords: 3 %}')],
  ['changing digits', long("{% assign b = a | digits: 'fa' %}")],
  [
    'formats of dates without end',
    `${doubled('append: a', 14)}{% assign f = a | replace: 'a', '%A' %}{% for i in (1..100000) %}{{ 0 | date: f }}{% endfor %}`,
  ],
  [
    'JSON of a large list',
    '{% assign a = (1..100000) %}{% for i in (1..1000) %}{% assign b = a | json %}{% endfor %}',
  ],
];

function outcome(bomb: string): unknown {
  try {
    return written(bomb, {}, { missing: 'blank' });
  } catch (error) {
    return error;
  }
}

describe('ends in an error', () => {
  test.each(bombs)('%s', (_, bomb) => {
    const ended = outcome(bomb);
    expect(ended).toBeInstanceOf(RenderError);
    expect(ended).toMatchObject({ message: expect.stringContaining('limit exceeded') });
  });
});

describe('is refused before it is ever run', () => {
  const said = (mjml: string) =>
    readVariables({ kind: 'transactional', subject: 'Hi', mjml }).complaints.map((one) => one.said);
  const nested = (open: string, close: string) => `${open.repeat(20_000)}x${close.repeat(20_000)}`;

  test.each([
    ['tags in tags', nested('{% if 1 %}', '{% endif %}'), 'where 2000 are the most'],
    ['loops in loops', nested('{% for i in (1..9) %}', '{% endfor %}'), 'where 2000 are the most'],
    ['captures in captures', nested('{% capture a %}', '{% endcapture %}'), ''],
    ['a source of two million characters', 'x'.repeat(2_000_000), 'limit exceeded'],
    ['what is never closed', '{{ a', 'not closed'],
    ['100,000 things that are never closed', '{{'.repeat(100_000), 'where 2000 are the most'],
    ['a tag that is never closed', '{% if a %}', 'not closed'],
    ['another template', "{% include 'x' %}", 'tag "include" not found'],
    ['another template by render', "{% render 'x' %}", 'tag "render" not found'],
    ['a layout', "{% layout 'x' %}", 'tag "layout" not found'],
    ['a block', '{% block x %}{% endblock %}', 'tag "block" not found'],
    ['raw output', '{{ person.x | raw }}', 'undefined filter: raw'],
    ['chance', "{{ 'a,b' | split: ',' | sample }}", 'undefined filter: sample'],
    [
      'text as an expression',
      "{{ event.x | where_exp: 'a', event.y }}",
      'undefined filter: where_exp',
    ],
  ])('%s', (_, source, reason) => {
    expect(said(source).join()).toContain(reason);
    expect(said(source)).not.toEqual([]);
  });

  test.each([
    '{% if a %}',
    '{{ a }}',
    '{{',
    '{%',
    '{% raw %}',
    '{% comment %}',
    '{% liquid\n',
    '{{ a | b: "',
  ])('500,000 characters of %s take no longer than they are', (part) => {
    expect(() => said(part.repeat(Math.floor(500_000 / part.length)))).not.toThrow();
  });
});

test('a long mail that somebody really writes is far from any limit', () => {
  const items = Array.from({ length: 500 }, (_, at) => ({ name: `Item ${at}`, price: at }));
  const text = "{% for i in event.items %}{{ i.name }}: {{ i.price | money: 'EUR' }}\n{% endfor %}";
  expect(written(text, { event: { items } }).split('\n')).toHaveLength(501);
});

test('what a subject counts is not counted on in the body', () => {
  expect(
    written('{% increment n %}{% increment n %}', {}, { subject: 'Hi {% increment n %}' }),
  ).toBe('01');
});
