// What is asked of one occurrence of an event: conditions about its properties, all of which hold.
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placed } from '../../placed.ts';
import { filtersOf } from '../filters.ts';
import type { Rule } from '../rule.ts';
import { useProperties } from '../use-names.ts';
import type { FieldParts } from './parts.ts';
import { ValueField } from './value-field.tsx';

interface WhereParts extends FieldParts {
  readonly of: 'where' | 'has';
  readonly words?: string;
}

export function WhereFields({ rule, of, words, isReadOnly = false, set }: WhereParts) {
  const { t } = useTranslation();
  const known = useProperties(rule.event);
  const filters = filtersOf(rule[of]);
  const write = (to: readonly Rule[]) => set({ [of]: to.length > 0 ? to : undefined });
  return (
    <Stack
      gap={6}
      ps="md"
      style={{ borderInlineStart: '2px solid var(--mantine-color-default-border)' }}
    >
      {placed(filters).map(({ one, index }) => (
        <Group key={index} gap={6}>
          <Text size="sm">{index === 0 ? (words ?? t('where')) : t('and')}</Text>
          <ValueField
            rule={one}
            about="property"
            known={known}
            isReadOnly={isReadOnly}
            replace={(to) => write(filters.with(index, to))}
          />
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Take away the condition about {{name}}', {
                name: String(one.property),
              })}
              onClick={() => write(filters.toSpliced(index, 1))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!isReadOnly && (
        <Group>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => write([...filters, { op: 'equals', property: '' }])}
          >
            {of === 'where' ? t('Ask for a property of it') : t('Say what that time was like')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
