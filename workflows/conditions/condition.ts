// The rule language: what a marketer may ask of a contact's attributes and of an event's properties.
import * as z from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What is looked at: an attribute of the contact, or a property of the event. */
const subject = { attribute: z.string().min(1), property: z.string().min(1) };

function about<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.union([
    z.strictObject({ attribute: subject.attribute, ...shape }),
    z.strictObject({ property: subject.property, ...shape }),
  ]);
}

const compare = about({
  op: z.enum(['equals', 'not_equals', 'contains', 'not_contains', 'starts_with', 'ends_with']),
  value: scalar,
});
const order = about({ op: z.enum(['gt', 'gte', 'lt', 'lte']), value: z.number() });
const member = about({ op: z.enum(['in', 'not_in']), value: z.array(scalar).min(1) });
const presence = about({ op: z.enum(['is_set', 'is_not_set']) });

const leaf = z.union([compare, order, member, presence]);
export type Leaf = z.infer<typeof leaf>;

export type Condition =
  | Leaf
  | { readonly op: 'and' | 'or'; readonly rules: readonly Condition[] }
  | { readonly op: 'not'; readonly rule: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      leaf,
      z.strictObject({ op: z.enum(['and', 'or']), rules: z.array(condition).min(1).max(100) }),
      z.strictObject({ op: z.literal('not'), rule: condition }),
    ],
    { error: 'a condition asks an attribute or a property, or combines others: and, or, not' },
  ),
);

/** The names of event properties that a condition reads. */
export function propertiesRead(rule: Condition): string[] {
  if (rule.op === 'and' || rule.op === 'or') return rule.rules.flatMap(propertiesRead);
  if (rule.op === 'not') return propertiesRead(rule.rule);
  return 'property' in rule ? [rule.property] : [];
}
