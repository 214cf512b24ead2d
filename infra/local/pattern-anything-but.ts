// `anything-but`: everything except some values, or except what a text operator would match.
// The field must be there: an absent field is not "anything".
import { isObject, type JsonObject, refuse } from './pattern-json.ts';
import { endsWith, equalsIgnoreCase, startsWith, type Test, wildcard } from './pattern-text.ts';

const within: Readonly<Record<string, (text: string) => Test>> = {
  prefix: (text) => startsWith(notEmpty(text)),
  suffix: (text) => endsWith(notEmpty(text)),
  'equals-ignore-case': equalsIgnoreCase,
  wildcard,
};

export function anythingBut(argument: unknown): Test {
  if (isObject(argument)) return except(argument);
  const values = listOf(argument);
  const type = typeof values[0];
  if (type !== 'string' && type !== 'number')
    return refuse('Value of anything-but must be an array or single string/number value');
  if (values.some((value) => typeof value !== type))
    return refuse('Inside anything-but list, either all values are number or string');
  return (found) => !values.includes(found);
}

function except(argument: JsonObject): Test {
  const [name = '', ...more] = Object.keys(argument);
  const operator = Object.hasOwn(within, name) ? within[name] : undefined;
  if (!operator) return refuse(`Unsupported anything-but pattern: ${name}`);
  if (more.length > 0) return refuse('Only one key allowed in match expression');
  const tests = listOf(argument[name]).map((text) =>
    typeof text === 'string' ? operator(text) : refuse(`${name} match pattern must be a string`),
  );
  return (found) => !tests.some((test) => test(found));
}

function listOf(argument: unknown): readonly unknown[] {
  const values: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  return values.length > 0 ? values : refuse('Empty arrays are not allowed');
}

const notEmpty = (text: string): string =>
  text === '' ? refuse('Null prefix/suffix not allowed') : text;
