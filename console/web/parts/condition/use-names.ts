// What conditions may name, as this workspace has it: attributes with their types, events, segments, lists, campaigns and
// topics. Anything else may be written: it may come in later.
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import { plainSubject } from '../plain-subject.ts';
import type { ValueType } from './value-operators.ts';

export interface Named {
  readonly value: string;
  readonly label: string;
}

const all = { query: { limit: 500 } };
const kept = { staleTime: 60_000, retry: false } as const;

const named = ({ items }: { readonly items: readonly { id: string; name: string }[] }): Named[] =>
  items.map(({ id, name }) => ({ value: id, label: name }));

/** Templates have no name but their id; their subject tells which is which. */
const templatesNamed = ({
  items,
}: {
  readonly items: readonly { id: string; subject: string }[];
}): Named[] =>
  items.map(({ id, subject }) => ({ value: id, label: `${id} · ${plainSubject(subject)}` }));

const reads = {
  segments: async () => named(await answered(client.GET('/api/segments', { params: all }))),
  lists: async () => named(await answered(client.GET('/api/lists', { params: all }))),
  campaigns: async () => named(await answered(client.GET('/api/campaigns', { params: all }))),
  templates: async () =>
    templatesNamed(await answered(client.GET('/api/templates', { params: all }))),
  offers: async () => named(await answered(client.GET('/api/offers', { params: all }))),
  products: async () => {
    const { items } = await answered(client.GET('/api/products', { params: all }));
    return items.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` }));
  },
  topics: async () => {
    const { topics = [] } = await answered(client.GET('/api/workspace'));
    return topics.map(({ id, name }) => ({ value: id, label: name }));
  },
} as const;

export type NamedKind = keyof typeof reads;

export const useNamed = (kind: NamedKind): readonly Named[] =>
  useQuery({ queryKey: [`/api/${kind}`, 'names'], queryFn: () => reads[kind](), ...kept }).data ??
  [];

/** What is chosen and no longer there can still be seen. */
export const withChosen = (all: readonly Named[], chosen: readonly string[]): Named[] => [
  ...all,
  ...chosen
    .filter((id) => !all.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: id })),
];

/** How something is called; its id while nobody has said so. */
export const calledOf = (all: readonly Named[], id: unknown): string =>
  all.find(({ value }) => value === id)?.label ?? String(id ?? '');

export const useEventNames = (): readonly string[] =>
  useQuery({
    queryKey: ['/api/event-names'],
    queryFn: async () => (await answered(client.GET('/api/event-names'))).items,
    ...kept,
  }).data ?? [];

export type Attribute = { readonly name: string; readonly type: ValueType | undefined };

/** Those whose type nobody can know from what came in. */
const own: readonly Attribute[] = [
  { name: 'tags', type: 'list' },
  { name: 'lead_score', type: 'number' },
];

export function useAttributes(): readonly Attribute[] {
  const { data = [] } = useQuery({
    queryKey: ['/api/attributes', 'names'],
    queryFn: async () => {
      const { items } = await answered(client.GET('/api/attributes', { params: all }));
      return items.map(({ name, type, proposal }) => ({ name, type: type ?? proposal }));
    },
    ...kept,
  });
  return [...data, ...own.filter(({ name }) => !data.some((one) => one.name === name))];
}

/** Properties that came with an event, with the type that came first. */
export function useProperties(event: unknown): readonly Attribute[] {
  const { data = [] } = useQuery({
    queryKey: ['/api/schema', 'names'],
    queryFn: async () =>
      (await answered(client.GET('/api/schema', { params: { query: { limit: 100 } } }))).items,
    ...kept,
  });
  const found = data.find(({ key }) => key === `event:${String(event)}`);
  return Object.entries(found?.fields ?? {}).map(([name, { types }]) => ({
    name,
    type: types.find((one): one is ValueType => one !== 'object'),
  }));
}
