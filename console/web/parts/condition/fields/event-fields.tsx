// Conditions about what somebody did: which event, how often or how much in all, since when, and what it was like.
import { Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEventNames } from '../use-names.ts';
import { Choice, NameInput } from './choice.tsx';
import { type Comparing, ComparisonInput, comparingOf } from './comparison-input.tsx';
import type { FieldParts } from './parts.ts';
import { WhereFields } from './where-fields.tsx';
import { WindowInput } from './window-input.tsx';

export function PerformedField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  const names = useEventNames();
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <CountInput {...{ rule, isReadOnly, set }} hasSum words={t('have done')} />
        <NameInput
          label={t('Event')}
          names={names}
          value={rule.event}
          isReadOnly={isReadOnly}
          onChange={(event) => set({ event })}
        />
        <SumInput {...{ rule, isReadOnly, set }} />
        <WindowInput {...{ rule, isReadOnly, set }} />
      </Group>
      <WhereFields {...{ rule, isReadOnly, set }} of="where" />
    </Stack>
  );
}

/** The first or the last time of an event: when that was, and what it was like. */
export function TurningField({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  const names = useEventNames();
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <NameInput
          label={t('Event')}
          names={names}
          value={rule.event}
          isReadOnly={isReadOnly}
          onChange={(event) => set({ event })}
        />
        <WindowInput {...{ rule, isReadOnly, set }} />
      </Group>
      <WhereFields {...{ rule, isReadOnly, set }} of="where" />
      <WhereFields
        {...{ rule, isReadOnly, set }}
        of="has"
        words={rule.op === 'first_performed' ? t('and that first time') : t('and that last time')}
      />
    </Stack>
  );
}

interface CountParts extends FieldParts {
  readonly hasSum?: boolean;
  readonly words: string;
}

/** Which of them is chosen. */
function oftenOf({ count, sum }: FieldParts['rule']): 'once' | 'never' | 'times' | 'sum' {
  if (sum) return 'sum';
  if (count === undefined) return 'once';
  return count === 'never' ? 'never' : 'times';
}

/** "Once at least" is what nothing said means. */
export function CountInput({ rule, isReadOnly, hasSum = false, words, set }: CountParts) {
  const { t } = useTranslation();
  const { count } = rule;
  const chosen = oftenOf(rule);
  const choose = (to: string) =>
    set({
      count: to === 'never' ? 'never' : to === 'times' ? { at_least: 2 } : undefined,
      sum: to === 'sum' ? { of: 'total', at_least: 100 } : undefined,
    });
  return (
    <>
      <Choice
        label={t('How often')}
        data={[
          { value: 'once', label: words },
          { value: 'never', label: t('never: {{words}}', { words }) },
          { value: 'times', label: t('so often: {{words}}', { words }) },
          ...(hasSum ? [{ value: 'sum', label: t('so much in all: {{words}}', { words }) }] : []),
        ]}
        value={chosen}
        isReadOnly={isReadOnly}
        onChange={choose}
      />
      {chosen === 'times' && (
        <ComparisonInput
          rule={count as Readonly<Record<string, unknown>>}
          least={1}
          isReadOnly={isReadOnly ?? false}
          set={(by) => set({ count: only(by) })}
        />
      )}
    </>
  );
}

function SumInput({ rule, isReadOnly, set }: FieldParts) {
  const { t } = useTranslation();
  if (!rule.sum) return null;
  const sum = rule.sum as Readonly<Record<string, unknown>>;
  return (
    <>
      <TextInput
        aria-label={t('Property that is added up')}
        w={130}
        dir="auto"
        readOnly={isReadOnly}
        value={String(sum.of ?? '')}
        onChange={(event) => set({ sum: { ...sum, of: event.currentTarget.value } })}
      />
      <ComparisonInput
        rule={sum}
        least={0}
        isReadOnly={isReadOnly ?? false}
        set={(by) => set({ sum: { of: sum.of, ...only(by) } })}
      />
    </>
  );
}

/** The one that is chosen; without a number yet it stands there as nothing, and is asked for. */
function only(by: Readonly<Record<Comparing, number | undefined>>) {
  const comparing = comparingOf(by);
  return { [comparing]: by[comparing] };
}
