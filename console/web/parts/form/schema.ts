// Reading a JSON Schema as a form does: which alternative a value is, what a new value is, what a field is called.

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Words among alternatives are alternatives themselves: "never", "always", or an object. */
export const choicesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] | undefined =>
  (anyOf ?? oneOf)?.flatMap(
    (one): readonly Schema[] => one.enum?.map((word) => ({ const: word })) ?? [one],
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typed: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/** Whether it may be this one of several: nothing that tells them apart speaks against it. */
function mayBe(schema: Schema, value: unknown): boolean {
  const choices = choicesOf(schema);
  if (choices) return choices.some((one) => mayBe(one, value));
  if (schema.const !== undefined) return schema.const === value;
  if (schema.enum) return schema.enum.includes(value as string);
  if (!typed[schema.type ?? '']?.(value)) return false;
  const { properties } = schema;
  if (!(properties && isObject(value))) return true;
  return Object.entries(value).every(([key, one]) => {
    const { const: word } = properties[key] ?? { const: one };
    return Object.hasOwn(properties, key) && (word === undefined || word === one);
  });
}

const missingIn = ({ required = [] }: Schema, value: unknown): number =>
  isObject(value) ? required.filter((key) => !Object.hasOwn(value, key)).length : 0;

/** Which of several a value is, however unfinished: of those it may be, the one that lacks least. -1 of none. */
export function choiceAt(choices: readonly Schema[], value: unknown): number {
  const [found] = choices
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => mayBe(one, value))
    .sort((a, b) => missingIn(a.one, value) - missingIn(b.one, value));
  return found?.index ?? -1;
}

/** A value to begin with; text and lists are empty. */
export function emptyOf(schema: Schema): unknown {
  const choices = choicesOf(schema);
  const [example] = schema.examples ?? [];
  if (schema.default !== undefined) return schema.default;
  if (isObject(example)) return example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'condition') return { op: 'and', rules: [] };
  if (choices?.[0]) return emptyOf(choices[0]);
  return blank[schema.type ?? '']?.(schema);
}

const blank: Readonly<Record<string, (schema: Schema) => unknown>> = {
  object: ({ properties = {}, required = [] }) =>
    Object.fromEntries(required.map((key) => [key, emptyOf(properties[key] ?? {})])),
  array: ({ items = {}, minItems = 0 }) => Array.from({ length: minItems }, () => emptyOf(items)),
  string: ({ format, examples }) => (format === 'time-span' ? (examples?.[0] ?? '') : ''),
  number: ({ minimum = 0 }) => Math.max(0, minimum),
  integer: ({ minimum = 0 }) => Math.max(0, minimum),
  boolean: () => true,
};

/** "business_hours" and "onTimeout" as words. */
const spoken = (key: string): string => {
  const words = key.replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
};

export const titleOf = ({ title }: Schema, key = ''): string => title ?? spoken(key);

/** Of one of several: by itself, or by the field that tells it from the others. */
export function choiceTitle(schema: Schema): string {
  const [first = ''] = schema.required ?? [];
  const telling = schema.properties?.[first];
  return (
    schema.title ??
    (telling ? titleOf(telling, first) : String(schema.const ?? titleOf(schema, schema.type)))
  );
}

/** What stands on the canvas is no setting, and neither is a word that tells one of several from the others. */
export const isSetting = ({ format, const: word }: Schema): boolean =>
  format !== 'steps' && typeof word !== 'string';
