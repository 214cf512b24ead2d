// Resolves the intrinsic functions of CloudFormation that our stacks use. It refuses every other one, rather than guess.
import * as z from 'zod';

/** What a template refers to. Each throws if it does not know the name. */
export interface Scope {
  /** A resource, a parameter, or a pseudo parameter. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  imported(exportName: string): unknown;
}

/** What `AWS::NoValue` stands for: the property is not there at all. */
export const absent = Symbol('AWS::NoValue');

const list = z.array(z.unknown());
const joined = z.tuple([z.string(), z.array(z.string())]);
const split = z.tuple([z.string(), z.string()]);
const selected = z.tuple([z.coerce.number().int().nonnegative(), list]);
const attribute = z.tuple([z.string(), z.string()]);
const substituted = z.union([
  z.string().transform((text) => ({ text, values: {} as Record<string, string> })),
  z
    .tuple([z.string(), z.record(z.string(), z.string())])
    .transform(([text, values]) => ({ text, values })),
]);

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(z.string().parse(argument)),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...attribute.parse(argument)),
  'Fn::ImportValue': (argument, scope) => scope.imported(z.string().parse(argument)),
  'Fn::Join': (argument) => {
    const [separator, parts] = joined.parse(argument);
    return parts.join(separator);
  },
  'Fn::Split': (argument) => {
    const [separator, text] = split.parse(argument);
    return text.split(separator);
  },
  'Fn::Select': (argument) => {
    const [index, values] = selected.parse(argument);
    if (index >= values.length) throw new Error(`Fn::Select has no value number ${index}`);
    return values[index];
  },
  'Fn::Sub': (argument, scope) => {
    const { text, values } = substituted.parse(argument);
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) =>
      name.startsWith('!') ? `\${${name.slice(1)}}` : (values[name] ?? named(name, scope)),
    );
  },
};

/** The value with everything in it resolved; the arguments of an intrinsic first. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return present(value.map((item) => resolve(item, scope)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && isIntrinsic(only[0])) return apply(only[0], only[1], scope);
  const resolved = entries.map(([key, inner]) => [key, resolve(inner, scope)] as const);
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== absent));
}

const isIntrinsic = (key: string): boolean =>
  key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');

const present = (values: unknown[]): unknown[] => values.filter((value) => value !== absent);

function apply(name: string, argument: unknown, scope: Scope): unknown {
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new Error(`The intrinsic function ${name} is not known here`);
  return intrinsic(resolve(argument, scope), scope);
}

function named(name: string, scope: Scope): string {
  const [logicalId = '', ...rest] = name.split('.');
  const value = rest.length ? scope.attribute(logicalId, rest.join('.')) : scope.ref(name);
  return z.string().parse(value);
}
