// What was filled in, by field name. A field that came more than once, or is named `x[]`, is a list.
import { Refused } from '../../errors.ts';
import { cleanFields, cleanText, type Json } from '../clean.ts';

export type Answers = Readonly<Record<string, Json>>;

const most = 100;

/** Refuses more than 100 fields. */
export function collect(fields: Iterable<readonly [string, string]>): Answers {
  const answers = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of fields) {
    if (++count > most) throw tooMany();
    const values = answers.get(name);
    if (values) values.push(value);
    else answers.set(name, [value]);
  }
  return cleanFields(
    Object.fromEntries([...answers].map(([name, values]) => answer(name, values))),
  );
}

/** The same for a JSON body, whose values keep their types. */
export function collectJson(body: unknown): Answers {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused(400, 'The body is not a JSON object.');
  if (Object.keys(body).length > most) throw tooMany();
  return cleanFields(body);
}

/** The text of a field, trimmed; of the last one when there are several, as with a checkbox and its hidden default. */
export function lastOf(value: Json | undefined): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  if (typeof last === 'object' || last === undefined) return undefined;
  return cleanText(String(last)).trim() || undefined;
}

const answer = (name: string, values: string[]): readonly [string, Json] => {
  if (name.endsWith('[]') && name.length > 2) return [name.slice(0, -2), values];
  return [name, values.length > 1 ? values : (values[0] ?? '')];
};

const tooMany = () => new Refused(400, `The form has more than ${most} fields.`);
