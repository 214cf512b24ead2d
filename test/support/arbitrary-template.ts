// Arbitrary templates: pieces of Liquid in every place of a document that can hold them, and what they read.
import * as fc from 'fast-check';
import type { Fields } from '../../workflows/model/event.ts';
import type { TemplateSource } from '../../workflows/model/template.ts';

/** A piece, and the names that it reads. */
interface Piece {
  readonly text: string;
  readonly person: readonly string[];
  readonly event: readonly string[];
}

const name = fc.constantFrom('first_name', 'Plan', 'city', 'a_b', 'x1');
const filter = fc.constantFrom(
  '',
  ' | upcase',
  " | default: 'friend'",
  ' | truncate: 9',
  ' | escape',
  ' | append: "!"',
);
const root = fc.constantFrom('person', 'customer', 'user', 'event');

const reading = (text: string, from: string, field: string): Piece => ({
  text,
  person: from === 'event' ? [] : [field],
  event: from === 'event' ? [field] : [],
});

const output = fc
  .tuple(root, name, filter)
  .map(([from, field, how]) => reading(`{{ ${from}.${field}${how} }}`, from, field));

const words = fc
  .constantFrom('Hello', ' & ', '&lt;3', 'سلام', 'Zażółć', '<b>bold</b>', '<br />', '  ', '"')
  .map((text): Piece => ({ text, person: [], event: [] }));

const joined = (pieces: readonly Piece[], wrap = (text: string) => text): Piece => ({
  text: wrap(pieces.map(({ text }) => text).join('')),
  person: pieces.flatMap(({ person }) => person),
  event: pieces.flatMap(({ event }) => event),
});

const flat = fc
  .array(fc.oneof(output, words), { minLength: 1, maxLength: 4 })
  .map((all) => joined(all));

const chosen = fc.tuple(root, name, flat, flat).map(([from, field, yes, no]): Piece => {
  const asked = reading('', from, field);
  const text = `{% if ${from}.${field} contains 'a' %}${yes.text}{% else %}${no.text}{% endif %}`;
  return { ...joined([asked, yes, no]), text };
});

const listed = fc.tuple(name, flat).map(([field, inner]) => ({
  ...joined([inner, reading('', 'event', field)]),
  text: `{% for one in event.${field} %}{{ one }} ${inner.text}{% endfor %}`,
}));

const prose = fc
  .array(fc.oneof(flat, chosen, listed), { minLength: 1, maxLength: 3 })
  .map((all) => joined(all));

/** Inside an attribute Liquid has single quotes, and there is no markup. */
const attribute = fc
  .tuple(root, name)
  .map(([from, field]) => reading(`{{ ${from}.${field} | default: 'x' }}`, from, field));

const element = fc.oneof(
  prose.map((piece) => joined([piece], (text) => `<mj-text><p>${text}</p></mj-text>`)),
  prose.map((piece) => joined([piece], (text) => `<mj-text><h1>${text}</h1></mj-text>`)),
  prose.map((piece) => joined([piece], (text) => `<mj-text><ul><li>${text}</li></ul></mj-text>`)),
  prose.map((piece) => joined([piece], (text) => `<mj-table><tr><th>${text}</th></tr></mj-table>`)),
  fc.tuple(attribute, flat).map(([at, piece]) => ({
    ...joined([at, piece]),
    text: `<mj-button href="https://shop.test/${at.text}">${piece.text}</mj-button>`,
  })),
  attribute.map((at) =>
    joined([at], (text) => `<mj-image src="https://shop.test/i.png" alt="${text}" />`),
  ),
  flat.map((piece) => joined([piece], (text) => `<mj-raw><div>${text}</div></mj-raw>`)),
);

const way =
  '<mj-text>{{ organization.address }} <a href="{{ unsubscribe_url }}">Away</a></mj-text>';

const wording = fc
  .tuple(flat, fc.option(flat, { nil: undefined }), fc.array(element, { maxLength: 4 }))
  .map(([subject, preheader, elements]) => {
    const body = joined(elements);
    return {
      ...joined([subject, ...(preheader ? [preheader] : []), body]),
      subject: `Hi ${subject.text.replaceAll(/\s+/g, ' ')}`,
      ...(preheader && { preheader: `Hi ${preheader.text.replaceAll(/\s+/g, ' ')}` }),
      mjml: `<mjml><mj-body><mj-section><mj-column>${body.text}${way}</mj-column></mj-section></mj-body></mjml>`,
    };
  });

export interface ArbitraryTemplate {
  readonly source: TemplateSource;
  /** All that it reads, with values that nobody expects. */
  readonly person: Fields;
  readonly event: Fields;
}

const value = fc.constantFrom('Ann', 'a<b>&"\'', '{{ x }}', 'زهرا', '0', ' ', 'javascript:a');

const valuesOf = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((one) => [one, value])));

export const arbitraryTemplate: fc.Arbitrary<ArbitraryTemplate> = fc
  .tuple(wording, wording)
  .chain(([main, fa]) => {
    const plain = ({ text: _, person: __, event: ___, ...source }: typeof main) => source;
    const source = { kind: 'marketing', ...plain(main), variants: { fa: plain(fa) } } as const;
    const [person, event] = [
      valuesOf([...main.person, ...fa.person]),
      valuesOf([...main.event, ...fa.event]),
    ];
    return fc.record({ source: fc.constant(source), person, event });
  });
