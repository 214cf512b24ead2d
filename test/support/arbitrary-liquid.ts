// Liquid as people and their enemies write it, and data to fill it with.
import * as fc from 'fast-check';
import type { Fields } from '../../workflows/model/event.ts';

const text = fc.oneof(
  fc.constantFrom('Hi ', '<b>x</b>', '\n\n', ' & ', 'سلام، ', '{', '}}', '%}', '"', "'"),
  fc.string({ maxLength: 8, unit: 'binary' }),
);
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('person.first_name', 'person.x', 'event.n', 'event.items'),
  },
  fc.constantFrom(
    'event.o.name',
    'event.o.none.x',
    'event.items[0]',
    'event.items.first',
    'a',
    'b.c',
  ),
  fc.constantFrom('person.constructor', 'event.__proto__', 'toString', 'nil', 'true', 'empty', 'i'),
  fc.constantFrom('organization.name', 'campaign.name', 'offer.until', 'event.size', 'person["x"]'),
);
const literal = fc.constantFrom(
  "'friend'",
  '"<i>"',
  "''",
  '3',
  '-1',
  '1.5',
  'true',
  'nil',
  "'%Y-%m-%d'",
  "'EUR'",
);
const argument = fc.oneof(literal, path);
const filter = fc.oneof(
  { weight: 5, arbitrary: literal.map((value) => ` | default: ${value}`) },
  fc.constantFrom(
    ' | upcase',
    ' | size',
    ' | json',
    ' | first',
    ' | escape',
    ' | strip',
    ' | sort',
  ),
  fc.constantFrom(' | date', ' | money', ' | number', ' | digits', ' | number: 2', ' | reverse'),
  fc
    .tuple(fc.constantFrom('append', 'split', 'date', 'money', 'plus', 'join', 'digits'), argument)
    .map(([name, value]) => ` | ${name}: ${value}`),
);
const value = fc
  .tuple(path, fc.array(filter, { maxLength: 3 }))
  .map(([name, filters]) => name + filters.join(''));
const blank = fc.constantFrom('', ' ', '-');

const { liquid } = fc.letrec<{ liquid: string; piece: string; tag: string }>((tie) => ({
  liquid: fc.array(tie('piece'), { maxLength: 6 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc
      .tuple(value, blank, blank)
      .map(([one, l, r]) => `{{${l === '-' ? '-' : ''} ${one} ${r === '-' ? '-' : ''}}}`),
    tie('tag'),
  ),
  tag: fc.oneof(
    value.map((one) => `{% assign a = ${one} %}`),
    fc.tuple(path, literal).map(([one, other]) => `{% assign a = ${one} | default: ${other} %}`),
    fc.tuple(path, tie('liquid')).map(([one, inner]) => `{% if ${one} %}${inner}{% endif %}`),
    fc
      .tuple(path, tie('liquid'), tie('liquid'))
      .map(([one, yes, no]) => `{% if ${one} %}${yes}{% else %}${no}{% endif %}`),
    fc
      .tuple(path, literal, tie('liquid'))
      .map(([one, other, inner]) => `{% unless ${one} == ${other} %}${inner}{% endunless %}`),
    fc
      .tuple(path, tie('liquid'))
      .map(([one, inner]) => `{% for i in ${one} %}${inner}{% endfor %}`),
    fc
      .tuple(path, tie('liquid'))
      .map(([one, inner]) => `{% for i in (1..${one}) %}${inner}{% break %}{% endfor %}`),
    tie('liquid').map((inner) => `{% capture a %}${inner}{% endcapture %}`),
    fc.constantFrom(
      '{% increment n %}',
      "{% cycle 'a', person.x %}",
      '{% echo person.first_name %}',
      '{% raw %}{{ x }}{% endraw %}',
    ),
  ),
}));

const word = fc.oneof(
  fc.constantFrom(
    'Sara',
    '<script>alert(1)</script>',
    "O'Neil & co",
    '{{ 7 | times: 7 }}',
    'سارا',
    '',
    '\r\nBcc: x',
    '\u202e',
  ),
  fc.string({ maxLength: 12 }),
);
const scalar = fc.oneof(
  word,
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const fields: fc.Arbitrary<Fields> = fc.record(
  {
    first_name: scalar,
    n: scalar,
    items: fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
    o: fc.oneof(scalar, fc.record({ name: scalar, none: scalar }, { requiredKeys: [] })),
    currency: fc.constantFrom('EUR', 'x', ''),
  },
  { requiredKeys: [] },
);

export interface ArbitraryLiquid {
  readonly source: string;
  readonly person: Fields;
  readonly event: Fields;
  readonly language: string;
  readonly missing: 'skip' | 'blank';
}

export const arbitraryLiquid: fc.Arbitrary<ArbitraryLiquid> = fc.record({
  source: fc.oneof({ weight: 9, arbitrary: liquid }, fc.string({ maxLength: 60 })),
  person: fields,
  event: fields,
  language: fc.constantFrom('en', 'fa', 'pl'),
  missing: fc.constantFrom('skip', 'blank'),
});
