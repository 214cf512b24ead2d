// A union whose alternative is told by what is plain to see, such as the key that is there. Only that alternative is asked,
// so that its faults are told at their places; who gave none of them, or two at once, is told what there is.
import * as z from 'zod';
// Through z.core, which bundlers keep whole, it would double what a function carries.
import { $constructor } from 'zod/v4/core';

/** What is wrong with the choice itself, and where in the value. */
interface Unclear {
  readonly path: readonly string[];
  readonly message: string;
}

type Choose = (value: unknown) => z.core.$ZodType | Unclear;

type Options = readonly z.core.$ZodType[];

interface OneOf extends z.ZodUnion {
  _zod: z.ZodUnion['_zod'] & { def: z.core.$ZodUnionDef & { readonly choose: Choose } };
}

const union: z.core.$constructor<z.ZodUnion> = z.ZodUnion;

/** To everything but parsing it is a union: its JSON Schema and its type are a union's. */
const OneOf = $constructor<OneOf>('OneOf', (inst, def) => {
  union.init(inst, def);
  inst._zod.parse = (payload, context) => {
    const chosen = def.choose(payload.value);
    if ('_zod' in chosen) return chosen._zod.run(payload, context);
    const { path, message } = chosen;
    const { value: input } = payload;
    payload.issues.push({ code: 'custom', path: [...path], message, input, inst });
    return payload;
  };
});

export const oneOf = <const T extends Options>(options: T, choose: Choose): z.ZodUnion<T> =>
  new OneOf({ type: 'union', options, choose }) as unknown as z.ZodUnion<T>;

/** Told apart by their keys: { send: … } or { wait: … }. `noun` is what any of them is: "a step". */
export function byKey<S extends z.core.$ZodType>(
  noun: string,
  shapes: Readonly<Record<string, S>>,
): z.ZodUnion<readonly S[]> {
  const keys = Object.keys(shapes);
  const choices = `${noun} is one of: ${keys.join(', ')}`;
  return oneOf(Object.values(shapes), (value) => {
    if (!isObject(value)) return { path: [], message: choices };
    const [key, other] = keys.filter((one) => Object.hasOwn(value, one));
    if (key === undefined) return { path: [], message: `${choices}${foundInstead(value)}` };
    if (other === undefined) return shapes[key] as S;
    return { path: [other], message: `${choices}; this one is two at once: ${key} and ${other}` };
  });
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function foundInstead(value: object): string {
  const keys = Object.keys(value).filter((key) => key !== 'id');
  return keys.length === 0 ? '' : `; found ${keys.slice(0, 5).join(', ').slice(0, 100)}`;
}
