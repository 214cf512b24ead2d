// One of several words; and a name that may be chosen or written.
import { Autocomplete, Select } from '@mantine/core';
import type { Named } from '../use-names.ts';

interface ChoiceParts {
  readonly label: string;
  readonly data: readonly Named[];
  readonly value: unknown;
  readonly isReadOnly?: boolean | undefined;
  readonly isSearchable?: boolean;
  readonly placeholder?: string;
  readonly isFirst?: boolean;
  onChange(value: string): void;
}

/** As wide as what is chosen, so that a condition reads as a line: a letter is some 7 px of a field's 14. */
const widthOf = (text: string, least: number, edges: number): string =>
  `${Math.min(34, Math.max(least, text.length)) * 0.475 + edges}rem`;

/** What is there and not among them stays: somebody has chosen it. */
export function Choice(parts: ChoiceParts) {
  const { label, data, value, isReadOnly, isSearchable, placeholder, isFirst, onChange } = parts;
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const isThere = chosen === null || data.some((one) => one.value === chosen);
  const all = isThere ? data : [...data, { value: chosen, label: chosen }];
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      maw="100%"
      w={widthOf(all.find((one) => one.value === chosen)?.label ?? placeholder ?? '', 4, 3.5)}
      data={[...all]}
      value={chosen}
      searchable={isSearchable}
      readOnly={isReadOnly}
      allowDeselect={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      maxDropdownHeight={320}
      {...(isFirst && { 'data-first': true })}
      onChange={(to) => to !== null && onChange(to)}
    />
  );
}

interface NameInputParts {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: unknown;
  readonly isReadOnly?: boolean | undefined;
  onChange(name: string): void;
}

export const NameInput = ({ label, names, value, isReadOnly, onChange }: NameInputParts) => (
  <Autocomplete
    aria-label={label}
    placeholder={label}
    w={widthOf(typeof value === 'string' ? value : '', 14, 2)}
    maw="100%"
    limit={100}
    data={[...names]}
    value={typeof value === 'string' ? value : ''}
    readOnly={isReadOnly}
    maxDropdownHeight={320}
    data-first
    onChange={onChange}
  />
);
