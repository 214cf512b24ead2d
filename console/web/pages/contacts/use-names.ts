// What campaigns, segments and lists are called. A workspace has tens of them: the first portion is all, nearly always.
import { api } from '../../api/client.ts';

const all = { params: { query: { limit: 500 } } };

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Names {
  readonly campaigns: readonly Named[];
  readonly segments: readonly Named[];
  readonly lists: readonly Named[];
  /** The id itself where the name is not known. */
  called(kind: 'campaigns' | 'segments' | 'lists', id: string): string;
}

export function useNames(): Names {
  const campaigns = api.useQuery('get', '/api/campaigns', all).data?.items ?? [];
  const segments = api.useQuery('get', '/api/segments', all).data?.items ?? [];
  const lists = api.useQuery('get', '/api/lists', all).data?.items ?? [];
  const known = { campaigns, segments, lists } as Pick<Names, 'campaigns' | 'segments' | 'lists'>;
  return {
    ...known,
    called: (kind, id) => known[kind].find((one) => one.id === id)?.name ?? id,
  };
}
