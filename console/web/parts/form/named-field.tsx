// What is called by its id is chosen by its name: templates, campaigns, segments, lists, offers, topics. What may come in
// later is written, and what is known is suggested: events, attributes, properties, zones.
import { Autocomplete, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type NamedKind,
  useAttributes,
  useEventNames,
  useNamed,
  useProperties,
  withChosen,
} from '../condition/use-names.ts';
import { controlOf, type FieldParts } from './field.ts';
import { FormPlace } from './form-place.ts';

const kinds: Readonly<Record<string, NamedKind>> = {
  template: 'templates',
  campaign: 'campaigns',
  segment: 'segments',
  offer: 'offers',
  topic: 'topics',
  list: 'lists',
};

export const isNamed = (format: string | undefined): boolean =>
  format !== undefined && Object.hasOwn(kinds, format);

const kindIn = ({ schema }: FieldParts): NamedKind =>
  kinds[schema.format ?? schema.items?.format ?? ''] ?? 'campaigns';

export function NamedField(parts: FieldParts) {
  const { value, isRequired, onChange } = parts;
  const { t } = useTranslation();
  const all = useNamed(kindIn(parts));
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  return (
    <Select
      {...controlOf(parts, t)}
      placeholder={t('Choose one')}
      nothingFoundMessage={t('Nothing is called so.')}
      data={withChosen(all, chosen === null ? [] : [chosen])}
      value={chosen}
      searchable
      clearable={!isRequired}
      allowDeselect={false}
      onChange={(to) => onChange(to ?? undefined)}
    />
  );
}

export function NamedListField(parts: FieldParts) {
  const { value, isRequired, onChange } = parts;
  const { t } = useTranslation();
  const all = useNamed(kindIn(parts));
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <MultiSelect
      {...controlOf(parts, t)}
      placeholder={chosen.length === 0 ? t('Choose some') : ''}
      nothingFoundMessage={t('Nothing is called so.')}
      data={withChosen(all, chosen)}
      value={chosen}
      searchable
      onChange={(to) => onChange(to.length === 0 && !isRequired ? undefined : to)}
    />
  );
}

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** Known words for a format; none where nothing is known of it. */
function useSuggested(format: string | undefined): readonly string[] {
  const { event } = useContext(FormPlace);
  const events = useEventNames();
  const attributes = useAttributes();
  const properties = useProperties(event);
  switch (format) {
    case 'event-name':
      return events;
    case 'attribute':
      return attributes.map(({ name }) => name);
    case 'property':
      return properties.map(({ name }) => name);
    case 'time-zone':
      return zones();
    default:
      return [];
  }
}

const suggested = new Set(['event-name', 'attribute', 'property', 'time-zone']);

export const isSuggested = (format: string | undefined): boolean =>
  format !== undefined && suggested.has(format);

interface SuggestedParts extends FieldParts {
  readonly placeholder: string | undefined;
}

export function SuggestedField({ placeholder, ...parts }: SuggestedParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  return (
    <Autocomplete
      {...controlOf(parts, t)}
      dir="auto"
      placeholder={placeholder}
      data={[...useSuggested(schema.format)]}
      limit={50}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' && !isRequired ? undefined : text)}
    />
  );
}

export function SuggestedListField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <TagsInput
      {...controlOf(parts, t)}
      placeholder={chosen.length === 0 ? t('Write one, then Enter') : ''}
      data={[...useSuggested(schema.format ?? schema.items?.format)]}
      acceptValueOnBlur
      value={chosen}
      onChange={(to) => onChange(to.length === 0 && !isRequired ? undefined : to)}
    />
  );
}

/** The names of attributes, where names with values are those of attributes. */
export const useNamesFor = (format: string | undefined): readonly string[] =>
  useSuggested(format === 'attributes' ? 'attribute' : undefined);
