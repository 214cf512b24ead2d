// The tags of somebody: given and taken by who may.
import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.ts';
import { type Contact, tagsOf } from '../contact.ts';
import { useChange } from '../use-change.ts';

export function TagsOf({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const change = useChange(contact);
  const mine = tagsOf(contact);
  const set = (wanted: readonly string[]) => {
    const tag = wanted.filter((one) => !mine.includes(one));
    const untag = mine.filter((one) => !wanted.includes(one));
    change.mutate({ ...(tag.length > 0 && { tag }), ...(untag.length > 0 && { untag }) });
  };
  return (
    <TagsInput
      aria-label={t('Tags')}
      placeholder={mine.length === 0 ? t('None') : undefined}
      value={[...mine]}
      onChange={set}
      maxLength={100}
      disabled={!may || change.isPending}
    />
  );
}
