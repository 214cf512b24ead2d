// What the list is narrowed by: words that are typed, a segment, a list.
import { CloseButton, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Named, Names } from '../use-names.ts';

interface Chosen {
  readonly segment?: string | undefined;
  readonly list?: string | undefined;
}

interface FiltersParts {
  readonly typed: string;
  setTyped(typed: string): void;
  readonly names: Names;
  readonly group: Chosen;
  choose(next: Record<string, string>): void;
}

export function Filters({ typed, setTyped, names, group, choose }: FiltersParts) {
  const { t } = useTranslation();
  const chosen = (next: Chosen) =>
    choose(
      Object.fromEntries(
        Object.entries({ ...group, ...next }).flatMap(([name, id]) => (id ? [[name, id]] : [])),
      ),
    );
  return (
    <Group align="flex-end" gap="md">
      <TextInput
        type="search"
        flex="1 1 18rem"
        label={t('Search')}
        placeholder={t('Beginning of a name, address or user id')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          typed !== '' && (
            <CloseButton size="sm" aria-label={t('Clear')} onClick={() => setTyped('')} />
          )
        }
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Of
        label={t('Segment')}
        all={names.segments}
        one={group.segment}
        choose={(segment) => chosen({ segment })}
      />
      <Of
        label={t('List')}
        all={names.lists}
        one={group.list}
        choose={(list) => chosen({ list })}
      />
    </Group>
  );
}

interface OfParts {
  readonly label: string;
  readonly all: readonly Named[];
  readonly one: string | undefined;
  choose(id: string | undefined): void;
}

function Of({ label, all, one, choose }: OfParts) {
  const { t } = useTranslation();
  return (
    <Select
      flex="1 1 11rem"
      label={label}
      placeholder={t('Everybody')}
      clearable
      searchable
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={one ?? null}
      onChange={(id) => choose(id ?? undefined)}
    />
  );
}
