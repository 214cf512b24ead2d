// A section of the schema, and how what came on a day is added to it. The order in which it is added means nothing but
// for the order of types that come on the same day.
import type { Fieldset, Section, SectionKey, SeenType } from '../schema-ports.ts';
import type { Day } from '../tally-ports.ts';

interface Came {
  readonly key: SectionKey;
  readonly fields: Fieldset;
  readonly day: Day;
}

/** Fields of one section; those that come after are not kept. */
const mostOf = (key: SectionKey): number => (key.startsWith('event:') ? 100 : 500);

type Field = Section['fields'][string];

export function isKnown(section: Section | undefined, fields: Fieldset, day: Day): boolean {
  if (section === undefined || section.last < day) return false;
  const isFull = Object.keys(section.fields).length >= mostOf(section.key);
  return [...fields].every(([name, types]) => {
    const known = fieldOf(section, name);
    return known
      ? known.last >= day && [...types].every((one) => known.types.includes(one))
      : isFull;
  });
}

/** The same section when nothing of it is new. */
export function joined(section: Section | undefined, came: Came): Section {
  const { key, fields, day } = came;
  if (section && isKnown(section, fields, day)) return section;
  const all: Record<string, Field> = { ...section?.fields };
  for (const [name, types] of fields) {
    const known = section && fieldOf(section, name);
    if (known || Object.keys(all).length < mostOf(key)) all[name] = withTypes(known, types, day);
  }
  return {
    key,
    first: section?.first ?? day,
    last: later(section?.last, day),
    fields: all,
  };
}

const fieldOf = ({ fields }: Section, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const withTypes = (known: Field | undefined, types: ReadonlySet<SeenType>, day: Day): Field => ({
  types: [...new Set([...(known?.types ?? []), ...types])],
  first: known?.first ?? day,
  last: later(known?.last, day),
});

const later = (known: Day | undefined, day: Day): Day =>
  known !== undefined && known > day ? known : day;
