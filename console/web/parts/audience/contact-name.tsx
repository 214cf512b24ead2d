// What somebody is called, by their id alone: addresses of pages hold nothing else.
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A name, else an address, else whatever they are known by. */
export function calledBy(
  traits: Readonly<Record<string, unknown>>,
  known: readonly string[],
): string {
  const name = [traits.first_name, traits.last_name].map(textOf).filter(Boolean).join(' ');
  const said = [name, textOf(traits.name), textOf(traits.email)].find(Boolean);
  return said ?? (known[0] ?? '').replace(/^[a-z]+:/, '');
}

export function ContactName({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const { data, isPending } = api.useQuery(
    'get',
    '/api/contacts/{id}',
    { params },
    { retry: false },
  );
  if (isPending) return '…';
  return (data && calledBy(data.traits, data.identities)) || t('Somebody');
}
