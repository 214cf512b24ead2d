// Which templates include a block, also through other blocks.
import { api } from '../../../api/client.ts';

export function useIncluding(): (block: string) => readonly string[] {
  const { data } = api.useQuery('get', '/api/templates', { params: { query: { limit: 500 } } });
  return (block) =>
    (data?.items ?? []).flatMap(({ id, blocks }) => (blocks.includes(block) ? [id] : []));
}
