// The rule language: what a marketer may ask of a contact, of its past, and of the event at hand.
// Refuses more than 100 conditions in one rule, and groups nested deeper than five.
import type * as z from 'zod';
import { leavesOf, nested } from './group.ts';
import { operators } from './operators.ts';
import { prefixes } from './path.ts';

export type Leaf = z.infer<(typeof operators)[number]['schema']>;

export type Condition =
  | Leaf
  | { readonly op: 'and' | 'or'; readonly rules: readonly Condition[] }
  | { readonly op: 'not'; readonly rule: Condition };

const limits = { depth: 5, leaves: 100 } as const;

export const condition: z.ZodType<Condition> = nested(
  operators.map(({ schema }) => schema),
  limits,
);

/** The names of event properties that a condition reads: what an enrollment must carry of its event. */
export const propertiesRead = (rule: Condition): string[] =>
  leavesOf(rule).flatMap((leaf) =>
    'property' in leaf && leaf.property !== undefined ? prefixes(leaf.property) : [],
  );
