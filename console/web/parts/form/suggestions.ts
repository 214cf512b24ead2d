// What may be meant in a field, by the format that its schema names: events that came in, templates, campaigns, lists.
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';

type Read = () => Promise<readonly string[]>;

const all = { query: { limit: 500 } } as never;
const idsOf = ({ items }: { items: readonly unknown[] }) =>
  (items as readonly { id: string }[]).map(({ id }) => id);

const sources: Readonly<Record<string, Read>> = {
  'event-name': async () => (await answered(client.GET('/api/event-names'))).items,
  template: async () => idsOf(await answered(client.GET('/api/templates', { params: all }))),
  campaign: async () => idsOf(await answered(client.GET('/api/campaigns', { params: all }))),
  segment: async () => idsOf(await answered(client.GET('/api/segments', { params: all }))),
  lists: async () => idsOf(await answered(client.GET('/api/lists', { params: all }))),
  offer: async () => idsOf(await answered(client.GET('/api/offers', { params: all }))),
  attribute: async () =>
    ((await answered(client.GET('/api/attributes'))) as { items: { name: string }[] }).items.map(
      ({ name }) => name,
    ),
};

export const isSuggested = (format: string | undefined): boolean =>
  format !== undefined && Object.hasOwn(sources, format);

export const useSuggestions = (format: string | undefined): readonly string[] =>
  useQuery({
    queryKey: ['suggestions', format],
    queryFn: () => sources[format ?? '']?.() ?? [],
    enabled: isSuggested(format),
    staleTime: 60_000,
  }).data ?? [];
