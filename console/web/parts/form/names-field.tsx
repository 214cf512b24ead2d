// Names with values, such as attributes to set. A value that reads as a number or as true and false is one; quotes keep it
// a text.
import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  Input,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placed } from '../placed.ts';
import { type FieldParts, wordsOf } from './field.ts';
import { useNamesFor } from './named-field.tsx';
import { type Pair, pairsOf, saidBy } from './pairs.ts';

export function NamesField(parts: FieldParts) {
  const { label, schema, value, isRequired, isReadOnly, onChange } = parts;
  const { t } = useTranslation();
  const { pairs, setPairs } = usePairs(value);
  const change = (to: readonly Pair[]) => {
    setPairs(to);
    const made = saidBy(to);
    onChange(Object.keys(made).length === 0 && !isRequired ? undefined : made);
  };
  return (
    <Input.Wrapper {...wordsOf(parts, t)} labelElement="div">
      <Stack gap="xs" mt={4}>
        {placed(pairs).map(({ one, index }) => (
          <PairRow
            key={index}
            {...{ label, schema, isReadOnly }}
            pair={one}
            replace={(to) => change(pairs.with(index, to))}
            drop={() => change(pairs.toSpliced(index, 1))}
          />
        ))}
        {!isReadOnly && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t('Add to {{name}}', { name: label })}
              onClick={() => setPairs([...pairs, ['', '']])}
            >
              {t('Add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

/** A name that is still being written is no name yet: it stands here, and not in the document. */
function usePairs(value: unknown) {
  const [written, setPairs] = useState<readonly Pair[]>(() => pairsOf(value));
  // What was undone, or changed as text, is not what was written here.
  const isSame = JSON.stringify(saidBy(written)) === JSON.stringify(value ?? {});
  return { pairs: isSame ? written : pairsOf(value), setPairs };
}

interface RowParts extends Pick<FieldParts, 'label' | 'schema' | 'isReadOnly'> {
  readonly pair: Pair;
  replace(pair: Pair): void;
  drop(): void;
}

function PairRow({ label, schema, isReadOnly, pair: [name, text], replace, drop }: RowParts) {
  const { t } = useTranslation();
  const names = useNamesFor(schema.format);
  const { additionalProperties: of } = schema;
  const isNumber = typeof of === 'object' && of.type === 'number';
  const input = {
    'aria-label': t('{{label}}: value', { label }),
    placeholder: t('Value'),
    readOnly: isReadOnly,
    value: text,
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Autocomplete
        aria-label={t('{{label}}: name', { label })}
        placeholder={t('Name')}
        flex={1}
        data={[...names]}
        value={name}
        readOnly={isReadOnly}
        onChange={(to) => replace([to, text])}
      />
      {isNumber ? (
        <NumberInput {...input} flex={1} onChange={(to) => replace([name, String(to)])} />
      ) : (
        <TextInput
          {...input}
          flex={1}
          onChange={(event) => replace([name, event.currentTarget.value])}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('Take away {{name}}', { name })}
        disabled={isReadOnly}
        onClick={drop}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
