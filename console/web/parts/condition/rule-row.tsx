// One condition of a group in its frame: its fields, what it still wants, and what can be done with it.
import { ActionIcon, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Leaf } from './leaf.tsx';
import { missingIn } from './missing.ts';
import { ConditionPlace } from './place.ts';
import { changed, groupOf, type Rule } from './rule.ts';
import { useFault } from './use-fault.ts';
import { operandOf } from './value-operators.ts';

interface RuleRowParts {
  readonly rule: Rule;
  readonly isReadOnly: boolean;
  /** What stands inside a group. */
  readonly children?: ReactNode;
  replace(rule: Rule): void;
  drop(): void;
}

export function RuleRow({ rule, isReadOnly, children, replace, drop }: RuleRowParts) {
  const { t } = useTranslation();
  const { fault, leave } = useToldFault(rule);
  const told = useId();
  return (
    <Paper
      withBorder
      radius="md"
      p="xs"
      component="fieldset"
      m={0}
      miw={0}
      aria-label={children ? t('A group of conditions') : t('A condition')}
      {...(fault && { 'aria-describedby': told })}
      onBlur={leave}
    >
      <Group gap="xs" align="flex-start">
        <Stack gap={4} flex={children ? '1 1 20rem' : '1 1 14rem'} miw={0}>
          <Group gap={6} className="fields">
            {children ?? <Leaf {...{ rule, isReadOnly, replace }} />}
          </Group>
          {fault && (
            <Text id={told} size="sm" c="var(--mantine-color-error)" role="status">
              {fault}
            </Text>
          )}
        </Stack>
        {!isReadOnly && <RowTools {...{ rule, replace, drop }} />}
      </Group>
    </Paper>
  );
}

/** Milliseconds. */
const settling = 250;

/** Told when somebody has left the condition, not while they write it. */
function useToldFault(rule: Rule) {
  const { t } = useTranslation();
  const { isChecked } = useContext(ConditionPlace);
  const [wasLeft, setLeft] = useState(false);
  const isGroup = groupOf(rule) !== undefined;
  const fault = useFault(isGroup ? undefined : rule);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Not before the click that leaves it has reached what it was aimed at: the words move what stands below.
    if (!currentTarget.contains(relatedTarget)) setTimeout(() => setLeft(true), settling);
  };
  const isTold = fault !== undefined && (wasLeft || isChecked);
  return { fault: isTold ? (missingIn(rule, t) ?? fault) : undefined, leave };
}

type ToolsParts = Pick<RuleRowParts, 'rule' | 'replace' | 'drop'>;

function RowTools({ rule, replace, drop }: ToolsParts) {
  const { t } = useTranslation();
  return (
    <Group gap={2} wrap="nowrap" ms="auto">
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('More about this condition')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => replace({ op: 'or', rules: [rule] })}>
            {t('Put into a group')}
          </Menu.Item>
          <Menu.Item onClick={() => replace({ op: 'not', rule })}>
            {t('Turn into its opposite')}
          </Menu.Item>
          {operandOf(rule.op) && <ValueTools rule={rule} replace={replace} />}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('Take the condition away')}
        onClick={drop}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function ValueTools({ rule, replace }: Omit<ToolsParts, 'drop'>) {
  const { t } = useTranslation();
  const hasText = ['value', 'several', 'pattern'].includes(operandOf(rule.op) ?? '');
  const isNegative = rule.op.includes('not_') || rule.op === 'list_contains_none';
  const flip = (by: Readonly<Record<string, unknown>>) => replace(changed(rule, by));
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={() => flip({ include_missing: !(rule.include_missing ?? isNegative) })}>
        {(rule.include_missing ?? isNegative)
          ? t('Leave out those of whom nothing is known')
          : t('Also those of whom nothing is known')}
      </Menu.Item>
      {hasText && (
        <Menu.Item onClick={() => flip({ exact: rule.exact ? undefined : true })}>
          {rule.exact ? t('Compare without regard to case') : t('Compare letter by letter')}
        </Menu.Item>
      )}
    </>
  );
}
