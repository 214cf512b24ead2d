// What is not known of somebody: the template says whether nobody gets a mail with a hole, or whether a hole is blank.
import { describe, expect, test } from 'vitest';
import { render } from '../../../../functions/channels/email/render.ts';
import type { Fields } from '../../../../workflows/model/event.ts';
import { shown, someone, templateOf, written } from '../../../support/rendering.ts';

const event: Fields = {
  items: [{ name: 'Tea', price: null }, { price: 4 }],
  address: { street: '', city: null },
  nothing: null,
  empty: '',
  blank: '   ',
  zero: 0,
  no: false,
  none: [],
};
const skip = (text: string) => written(text, { event });
const blank = (text: string) => written(text, { event }, { missing: 'blank' });

/** What it is, what is written, what one reads where missing values are blank, and which name a skipped mail tells. */
const holes: readonly (readonly [string, string, string, string])[] = [
  ['absent', '[{{ event.x }}]', '[]', 'event.x'],
  ['null', '[{{ event.nothing }}]', '[]', 'event.nothing'],
  ['an empty string', '[{{ event.empty }}]', '[]', 'event.empty'],
  ['inside what is absent', '[{{ event.x.y.z }}]', '[]', 'event.x'],
  ['inside an object', '[{{ event.address.zip }}]', '[]', 'event.address.zip'],
  ['inside a list', '{% for i in event.items %}[{{ i.name }}]{% endfor %}', '[Tea][]', 'i.name'],
  ['at a place of a list', '[{{ event.items[7].name }}]', '[]', 'event.items.7'],
  ['in a filter', '[{{ event.x | upcase }}]', '[]', 'event.x'],
  ['as the argument of a filter', "[{{ 'a' | append: event.x }}]", '[a]', 'event.x'],
  ['in a date', "[{{ event.x | date: 'long' }}]", '[]', 'event.x'],
  ['in money', "[{{ event.x | money: 'EUR' }}]", '[]', 'event.x'],
  ['what is looped over', '[{% for i in event.x %}{{ i }}{% endfor %}]', '[]', 'event.x'],
  ['assigned', '{% assign a = event.x %}[{{ a }}]', '[]', 'a'],
  ['null inside an object', '[{{ event.address.city }}]', '[]', 'event.address.city'],
  ['blank inside an object', '[{{ event.address.street }}]', '[]', 'event.address.street'],
  ['null inside a list', '[{{ event.items[0].price }}]', '[]', 'event.items.0.price'],
  ['captured', '{% capture a %}{{ event.x }}{% endcapture %}[{{ a }}]', '[]', 'event.x'],
  ['a trait', '[{{ person.plan }}]', '[]', 'person.plan'],
  ['of an offer that is not there', '[{{ offer.code }}]', '[]', 'offer'],
  ['of the organization', '[{{ organization.website }}]', '[]', 'organization.website'],
];

describe.each(holes)('a value that is %s', (_, text, blankly, name) => {
  test('skips whoever lacks it', () => {
    expect(() => skip(text)).toThrow(`Template welcome: undefined variable: ${name}, line:1`);
  });
  test('is blank where the template says so', () => expect(blank(text)).toBe(blankly));
});

describe('is no hole', () => {
  test.each([
    ["{{ event.x | default: 'friend' }}", 'friend'],
    ["{{ event.nothing | default: 'friend' }}", 'friend'],
    ["{{ event.empty | default: 'friend' }}", 'friend'],
    ["{{ event.none | default: 'friend' }}", 'friend'],
    ["{{ event.no | default: 'friend' }}", 'friend'],
    ["{{ event.no | default: 'friend', allow_false: true }}", 'false'],
    ["{{ event.x.y.z | default: 'friend' | upcase }}", 'FRIEND'],
    ['{{ event.x | default: person.first_name }}', 'Sara'],
    ["{% assign a = event.x | default: 'b' %}{{ a }}", 'b'],
    ['{% if event.x %}a{% else %}b{% endif %}', 'b'],
    ['{% unless event.x.y %}b{% endunless %}', 'b'],
    ['{% if event.x == nil and event.empty != "a" %}b{% endif %}', 'b'],
    ['{% case event.x %}{% when 1 %}a{% else %}b{% endcase %}', 'b'],
    ['{{ event.zero }}{{ event.no }}', '0false'],
    ['{{ event.items | size }}', '2'],
    ['{% for i in event.none %}a{% else %}b{% endfor %}', 'b'],
  ])('%s', (text, expected) => {
    expect(blank(text)).toBe(expected);
    expect(skip(text)).toBe(expected);
  });
});

test('a default is written in all the spellings that marketers bring along', () => {
  for (const text of [
    "{{ person.x | default: 'friend' }}",
    "{{ person.x|default:'friend' }}",
    '{{person.x|default:"friend"}}',
    "{{- person.x | default : 'friend' -}}",
    "{{ customer.x | default: 'friend' }}",
    "{{ user['x'] | default: 'friend' }}",
    "{{ person.x.y | default: 'friend' }}",
    "{% echo person.x | default: 'friend' %}",
  ]) {
    expect(written(text)).toBe('friend');
    expect(shown(text)).toBe('friend');
  }
});

test('the policy is the same in every part of the mail', () => {
  for (const part of ['subject', 'html', 'text'] as const) {
    const template = templateOf({ [part]: 'Hi {{ person.x }}.' });
    expect(() => render(template, someone)).toThrow('person.x');
    expect(render({ ...template, missing: 'blank' }, someone)[part]).toBe('Hi .');
  }
});
