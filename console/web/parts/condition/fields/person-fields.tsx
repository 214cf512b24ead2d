// Conditions about the person: the country, a random part of all, how long an attribute has been what it is.
import { Group, MultiSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../words/use-formats.ts';
import { useAttributes } from '../use-names.ts';
import { BareSpan } from './bare-span.tsx';
import { Choice, NameInput } from './choice.tsx';
import { countriesIn } from './countries.ts';
import type { FieldParts } from './parts.ts';

export function CountryField({ rule, isReadOnly, set }: FieldParts) {
  const { t, i18n } = useTranslation();
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const chosen = rule.in as readonly string[];
  const known = [{ value: 'eu', label: t('the European Union') }, ...countries];
  const others = chosen.filter((one) => !known.some(({ value }) => value === one));
  return (
    <MultiSelect
      aria-label={t('Countries')}
      placeholder={chosen.length === 0 ? t('Choose countries') : ''}
      miw="min(100%, 220px)"
      data={[...known, ...others.map((one) => ({ value: one, label: one }))]}
      value={[...chosen]}
      searchable
      readOnly={isReadOnly}
      data-first
      onChange={(to) => set({ in: to })}
    />
  );
}

export function RandomField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  const { percentSign } = useFormats();
  const percent = (of: 'from' | 'to', label: string) => (
    <NumberInput
      aria-label={label}
      w={90}
      min={0}
      max={100}
      suffix={percentSign}
      readOnly={isReadOnly}
      value={rule[of] === undefined ? '' : Number(rule[of])}
      onChange={(to) => set({ [of]: typeof to === 'number' ? to : undefined })}
    />
  );
  return (
    <Group gap={6}>
      {percent('from', t('From'))}
      <Text size="sm">{t('up to')}</Text>
      {percent('to', t('To'))}
      <TextInput
        aria-label={t('Name of the draw')}
        placeholder={t('Name of the draw')}
        w={170}
        readOnly={isReadOnly}
        value={String(rule.salt ?? '')}
        onChange={(event) => set({ salt: event.currentTarget.value })}
      />
    </Group>
  );
}

export function UnchangedField({ rule, isReadOnly = false, set }: FieldParts) {
  const { t } = useTranslation();
  const attributes = useAttributes();
  const of = rule.less_than === undefined ? 'for' : 'less_than';
  return (
    <Group gap={6}>
      <NameInput
        label={t('Attribute')}
        names={attributes.map(({ name }) => name)}
        value={rule.attribute}
        isReadOnly={isReadOnly}
        onChange={(attribute) => set({ attribute })}
      />
      <Text size="sm">{t('is')}</Text>
      <TextInput
        aria-label={t('Value')}
        placeholder={t('Value')}
        w={140}
        dir="auto"
        readOnly={isReadOnly}
        value={String(rule.value ?? '')}
        onChange={(event) => set({ value: event.currentTarget.value })}
      />
      <Choice
        label={t('How long')}
        data={[
          { value: 'for', label: t('for at least') },
          { value: 'less_than', label: t('for less than') },
        ]}
        value={of}
        isReadOnly={isReadOnly}
        onChange={(to) => set({ for: undefined, less_than: undefined, [to]: rule[of] })}
      />
      <BareSpan
        label={t('How long')}
        value={rule[of]}
        isReadOnly={isReadOnly}
        onChange={(to) => set({ [of]: to })}
      />
    </Group>
  );
}
