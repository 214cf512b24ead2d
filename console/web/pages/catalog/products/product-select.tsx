// Products chosen by their names. A catalog that is too large to choose from is written by ids.
import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNamed, withChosen } from '../../../parts/condition/use-names.ts';

/** As many as are asked for at once. */
const most = 500;

interface Look {
  readonly label: string;
  readonly description?: string;
  readonly error: string | undefined;
}

interface OneParts extends Look {
  readonly value: string | undefined;
  onChange(id: string | undefined): void;
}

export function ProductSelect({ value = '', onChange, ...look }: OneParts) {
  const { t } = useTranslation();
  const all = useNamed('products');
  if (all.length >= most)
    return (
      <TextInput
        {...look}
        dir="ltr"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  return (
    <Select
      {...look}
      placeholder={t('None')}
      nothingFoundMessage={t('Nothing is called so.')}
      data={withChosen(all, value === '' ? [] : [value])}
      value={value || null}
      searchable
      clearable
      onChange={(to) => onChange(to ?? undefined)}
    />
  );
}

interface SeveralParts extends Look {
  readonly value: readonly string[];
  /** It stands in no relation to itself. */
  readonly besides: string;
  onChange(ids: string[]): void;
}

export function ProductsSelect({ value, besides, onChange, ...look }: SeveralParts) {
  const { t } = useTranslation();
  const all = useNamed('products');
  if (all.length >= most)
    return <TagsInput {...look} dir="ltr" value={[...value]} onChange={onChange} />;
  const others = all.filter((one) => one.value !== besides);
  return (
    <MultiSelect
      {...look}
      nothingFoundMessage={t('Nothing is called so.')}
      data={withChosen(others, value)}
      value={[...value]}
      searchable
      onChange={onChange}
    />
  );
}
