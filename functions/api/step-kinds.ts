// The kinds of steps that a campaign may have, as each declares itself: what it does, a new one, and its settings as a
// JSON Schema. Whoever draws campaigns needs to know nothing else of them.
import * as z from 'zod';
import { condition } from '../../workflows/conditions/condition.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import { steps, stepTypes } from '../../workflows/steps/index.ts';
import { endpoint } from './endpoint.ts';

const fields = z.record(z.string(), z.json());

const kind = z.object({
  kind: z.string(),
  label: z.string(),
  about: z.string(),
  /** A new step of it, which may wait to be filled in. */
  blank: fields,
  settings: fields,
});

type Node = Record<string, unknown>;

const conditions = { type: 'object', format: 'condition' } as const;

/** Told by their name alone: the whole language of rules, and steps inside steps, are no settings of a form. */
const named = new Map<unknown, Node>([
  [condition, conditions],
  [steps, { type: 'array', format: 'steps' }],
]);

/** Asked for seldom, and not made before. */
const kinds = () =>
  stepTypes.map(({ type, label, about, blank, schema }) => ({
    ...{ kind: type, label, about, blank },
    settings: settingsOf(schema),
  }));

function settingsOf(schema: z.ZodType): Node {
  const {
    $schema: _,
    $defs: defs = {},
    ...made
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const short = named.get(zodSchema);
      if (!short) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Node)[key];
      Object.assign(jsonSchema, short);
    },
  });
  return inlined(made, defs as Record<string, Node>, []) as Node;
}

/** What refers to itself is told as anything: only values of JSON do. */
function inlined(value: unknown, defs: Record<string, Node>, inside: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, defs, inside));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as Node;
  if (isOfRules(rest)) return { ...wordsOf(rest), type: 'object', format: rest.format };
  const own = Object.entries(rest).map(([key, one]) => [key, inlined(one, defs, inside)] as const);
  if (typeof $ref !== 'string') return Object.fromEntries(own);
  const name = $ref.replace('#/$defs/', '');
  const meant = inside.includes(name) ? {} : inlined(defs[name] ?? {}, defs, [...inside, name]);
  return { ...(meant as Node), ...Object.fromEntries(own) };
}

/** Conditions, and filters of what one event says. */
const isOfRules = ({ format }: Node): boolean => format === 'condition' || format === 'filters';

const wordsOf = ({ title, description }: Node): Node => ({
  ...(title !== undefined && { title }),
  ...(description !== undefined && { description }),
});

export const stepKinds = [
  endpoint({
    method: 'GET',
    path: '/api/step-kinds',
    role: 'viewer',
    summary: 'Kinds of steps, and a JSON Schema of the settings of each and of a campaign itself',
    answer: z.object({
      items: z.array(kind),
      /** JSON Schema of what a campaign says besides its steps. */
      campaign: fields,
    }),
    run: async () => ({ items: kinds(), campaign: settingsOf(campaignDocument) }),
  }),
];
