// What an operator of the rule language is: its own schema, its words, its answer, and what the answer depends on.
import * as z from 'zod';
import type { Watch } from '../model/history.ts';
import type { Instant } from '../model/time.ts';
import type { Subject } from './subject.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;

type Schema<O extends string, S extends Shape> = z.ZodObject<
  { op: z.ZodLiteral<O> } & S,
  z.core.$strict
>;

/** A document's rule of this operator and these operands. */
export type Rule<O extends string, S extends Shape> = z.infer<Schema<O, S>>;

export interface Finding {
  readonly held: boolean;
  /** What was there, in words. */
  readonly found?: string;
  /** The earliest moment at which `held` may change by time alone. */
  readonly until?: Instant | undefined;
}

/** What an answer depends on. Names of attributes are paths, as the rule says them. */
export interface Needs {
  readonly attributes?: readonly string[];
  readonly properties?: readonly string[];
  readonly events?: readonly string[];
  readonly segments?: readonly string[];
  readonly lists?: readonly string[];
  readonly consent?: boolean;
  /** That the workspace must have. */
  readonly topics?: readonly string[];
  readonly suppression?: boolean;
  readonly entry?: boolean;
  readonly time?: boolean;
  /** Days are counted in the contact's zone. */
  readonly zone?: boolean;
  /** Of a contact nobody knows the answer may be either. */
  readonly chance?: boolean;
}

/** What is wrong with a rule, and with which of its operands if it is one. */
export type Fault = string | { readonly at: string; readonly message: string };

export interface Behavior<R> {
  /** "plan is pro", "has done …": the rule as a part of a sentence. */
  words(rule: R): string;
  answer(rule: R, subject: Subject): Finding;
  needs(rule: R): Needs;
  watches?(rule: R): readonly Watch[];
  /** What no single operand can say of itself. */
  check?(rule: R): Fault | undefined;
}

export interface Operator<O extends string, S extends Shape> extends Behavior<Rule<O, S>> {
  readonly op: O;
  readonly schema: Schema<O, S>;
}

export function operator<O extends string, S extends Shape>(
  op: O,
  shape: S,
  behavior: Behavior<Rule<O, S>>,
): Operator<O, S> {
  const plain = z.strictObject({ op: z.literal(op), ...shape }) as Schema<O, S>;
  const schema = plain.superRefine((rule, context) => {
    const fault = behavior.check?.(rule as Rule<O, S>);
    if (typeof fault === 'string') context.addIssue({ code: 'custom', message: fault });
    else if (fault) context.addIssue({ code: 'custom', path: [fault.at], message: fault.message });
  });
  return { op, schema, ...behavior };
}
