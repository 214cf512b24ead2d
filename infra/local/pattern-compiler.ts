// Turns an event pattern into alternatives (one per way through its $or), each a list of fields that
// must all match. Refuses what EventBridge refuses.
import { InvalidEventPattern, isObject, type JsonObject } from './pattern-json.ts';
import { operatorNames, operatorTest, type Test } from './pattern-operators.ts';

export interface Field {
  readonly path: readonly string[];
  /** One of them must hold for a value found at the path. */
  readonly tests: readonly Test[];
  /** Nothing at the path is a match too. */
  readonly absent: boolean;
}

type Alternative = readonly Field[];

export function compilePattern(pattern: unknown): readonly Alternative[] {
  if (!isObject(pattern)) throw new InvalidEventPattern('Filter is not an object');
  // In the order of their names, as EventBridge looks at them: it matters for `exists: false` in arrays.
  return compileObject(pattern, []).map((fields) => fields.toSorted(byPath));
}

const byPath = (a: Field, b: Field): number => (a.path.join('.') < b.path.join('.') ? -1 : 1);

function compileObject(object: JsonObject, path: readonly string[]): Alternative[] {
  const entries = Object.entries(object);
  if (entries.length === 0) throw new InvalidEventPattern('Empty objects are not allowed', path);
  return entries.map(([key, value]) => compileEntry(key, value, path)).reduce(both);
}

/** Every way through the one combined with every way through the other. */
const both = (some: Alternative[], others: Alternative[]): Alternative[] =>
  some.flatMap((one) => others.map((other) => [...one, ...other]));

function compileEntry(key: string, value: unknown, parent: readonly string[]): Alternative[] {
  if (isOr(key, value)) return value.flatMap((way) => compileObject(way, parent));
  const path = [...parent, key];
  if (isObject(value)) return compileObject(value, path);
  if (!Array.isArray(value))
    throw new InvalidEventPattern(`"${key}" must be an object or an array`, path);
  return [[compileField(value, path)]];
}

/** `$or` is an ordinary name unless two or more objects, none of them an operator, follow it. */
function isOr(key: string, value: unknown): value is JsonObject[] {
  return key === '$or' && Array.isArray(value) && value.length > 1 && value.every(isWay);
}

const isWay = (way: unknown): boolean =>
  isObject(way) && !Object.keys(way).some((key) => operatorNames.has(key));

function compileField(values: readonly unknown[], path: readonly string[]): Field {
  if (values.length === 0) throw new InvalidEventPattern('Empty arrays are not allowed', path);
  const absent = values.some((value) => isObject(value) && value.exists === false);
  return { path, absent, tests: values.map((value) => compileValue(value, path)) };
}

function compileValue(value: unknown, path: readonly string[]): Test {
  if (Array.isArray(value))
    throw new InvalidEventPattern('Match value must be String, number, true, false, or null', path);
  if (!isObject(value)) return (found) => found === value;
  try {
    return operatorTest(value);
  } catch (error) {
    if (error instanceof InvalidEventPattern) throw new InvalidEventPattern(error.reason, path);
    throw error;
  }
}
