// Choosing somebody, found as their name, address or id is typed.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';

interface ContactSelectParts {
  readonly value: string | undefined;
  readonly isRequired?: boolean;
  /** Both undefined where nobody is chosen any more. */
  onChange(id: string | undefined, called: string | undefined): void;
}

export function ContactSelect({ value, isRequired = false, onChange }: ContactSelectParts) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const query = { limit: 20, ...(search !== '' && { search }) };
  const { data } = api.useQuery('get', '/api/contacts', { params: { query } });
  const found = (data?.items ?? []).map(({ id, traits, identities }) => ({
    value: id,
    label: callOf(traits, identities[0] ?? id),
  }));
  return (
    <Select
      label={t('Contact')}
      placeholder={t('Name, address or user id')}
      required={isRequired}
      searchable
      clearable
      data={found}
      filter={({ options }) => options}
      nothingFoundMessage={t('Nobody is found')}
      value={value ?? null}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id ?? undefined, option?.label)}
    />
  );
}

const callOf = (traits: Readonly<Record<string, unknown>>, key: string): string => {
  const names = [traits.first_name, traits.last_name].filter((one) => typeof one === 'string');
  const parts = [names.join(' ') || traits.name, traits.email ?? key];
  return parts.filter((one) => typeof one === 'string' && one !== '').join(' · ');
};
