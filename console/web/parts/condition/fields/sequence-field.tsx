// Events one after another, from two to five, perhaps all within a time.
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placed } from '../../placed.ts';
import { changed, type Rule } from '../rule.ts';
import { useEventNames } from '../use-names.ts';
import { BareSpan } from './bare-span.tsx';
import { Choice, NameInput } from './choice.tsx';
import type { FieldParts } from './parts.ts';
import { WhereFields } from './where-fields.tsx';
import { WindowInput } from './window-input.tsx';

type Step = Readonly<Record<string, unknown>>;

const most = 5;

export function SequenceField({ rule, isReadOnly = false, set }: FieldParts) {
  const { t } = useTranslation();
  const steps = rule.steps as readonly Step[];
  const write = (to: readonly Step[]) => set({ steps: to });
  return (
    <Stack gap={6}>
      {placed(steps).map(({ one, index }) => (
        <SequenceStep
          key={index}
          step={one}
          isFirst={index === 0}
          isReadOnly={isReadOnly}
          write={(to) => write(steps.with(index, to))}
          {...(steps.length > 2 && { drop: () => write(steps.toSpliced(index, 1)) })}
        />
      ))}
      <Group gap={6}>
        {!isReadOnly && steps.length < most && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => write([...steps, { event: '' }])}
          >
            {t('Then another event')}
          </Button>
        )}
        <Lasting {...{ rule, isReadOnly, set }} />
        <WindowInput {...{ rule, isReadOnly, set }} />
      </Group>
    </Stack>
  );
}

interface StepParts {
  readonly step: Step;
  readonly isFirst: boolean;
  readonly isReadOnly: boolean;
  write(step: Step): void;
  drop?(): void;
}

function SequenceStep({ step, isFirst, isReadOnly, write, drop }: StepParts) {
  const { t } = useTranslation();
  const names = useEventNames();
  // The fields want an operator; a step has none.
  const rule: Rule = { ...step, op: 'step' };
  const set = (by: Readonly<Record<string, unknown>>) => {
    const { op: _, ...made } = changed(rule, by);
    write(made);
  };
  return (
    <>
      <Group gap={6}>
        <Text size="sm">{isFirst ? t('first') : t('then')}</Text>
        <NameInput
          label={t('Event')}
          names={names}
          value={step.event}
          isReadOnly={isReadOnly}
          onChange={(event) => set({ event })}
        />
        {drop && !isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('Take away the event {{name}}', { name: String(step.event) })}
            onClick={drop}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <WhereFields rule={rule} of="where" isReadOnly={isReadOnly} set={set} />
    </>
  );
}

function Lasting({ rule, isReadOnly = false, set }: FieldParts) {
  const { t } = useTranslation();
  const chosen = rule.lasting === undefined ? 'any' : 'most';
  return (
    <>
      <Choice
        label={t('From the first to the last')}
        data={[
          { value: 'any', label: t('however long it took') },
          { value: 'most', label: t('all within') },
        ]}
        value={chosen}
        isReadOnly={isReadOnly}
        onChange={(to) => set({ lasting: to === 'most' ? '1 day' : undefined })}
      />
      {chosen === 'most' && (
        <BareSpan
          label={t('From the first to the last')}
          value={rule.lasting}
          isReadOnly={isReadOnly}
          onChange={(lasting) => set({ lasting })}
        />
      )}
    </>
  );
}
