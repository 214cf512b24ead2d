// The lists somebody is on: put on, or taken off, by who may.
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.ts';
import type { Contact } from '../contact.ts';
import { useChange } from '../use-change.ts';
import { useNames } from '../use-names.ts';

export function ListsOf({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const { lists } = useNames();
  const change = useChange(contact);
  const mine = Object.keys(contact.lists);
  const set = (wanted: readonly string[]) => {
    const join = wanted.filter((id) => !mine.includes(id));
    const leave = mine.filter((id) => !wanted.includes(id));
    change.mutate({
      ...(join.length > 0 && { join }),
      ...(leave.length > 0 && { leave }),
    });
  };
  return (
    <MultiSelect
      aria-label={t('Lists')}
      placeholder={mine.length === 0 ? t('On none') : undefined}
      data={lists.map(({ id, name }) => ({ value: id, label: name }))}
      value={mine}
      onChange={set}
      disabled={!may || change.isPending}
      searchable
    />
  );
}
