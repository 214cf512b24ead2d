// A group of conditions, of which all, any or none hold; groups stand inside one another.
import { Box, Group as Row, Select, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { placed } from '../placed.ts';
import { AddMenu } from './add-menu.tsx';
import { type Group, groupOf, type Mode, modes, type Rule, ruleOf } from './rule.ts';
import { RuleRow } from './rule-row.tsx';

interface GroupParts {
  readonly group: Group;
  readonly depth: number;
  readonly isReadOnly: boolean;
  write(group: Group): void;
}

/** As many as the rule language allows. */
const deepest = 4;

export function GroupBox({ group, depth, isReadOnly, write }: GroupParts) {
  const { mode, rules } = group;
  const { box, focusLater } = useFocusOnNew();
  const add = (rule: Rule) => {
    focusLater(rules.length);
    write({ mode, rules: [...rules, rule] });
  };
  return (
    <Stack gap="sm" ref={box}>
      <Heading {...{ group, depth, isReadOnly, write }} />
      {placed(rules).map(({ one, index }) => (
        <Box key={index} data-rule={index}>
          <Part
            rule={one}
            {...{ depth, isReadOnly }}
            replace={(to) => write({ mode, rules: rules.with(index, to) })}
            drop={() => write({ mode, rules: rules.toSpliced(index, 1) })}
          />
        </Box>
      ))}
      {!isReadOnly && (
        <Row>
          <AddMenu isFirst={rules.length === 0} mayNest={depth < deepest} add={add} />
        </Row>
      )}
    </Stack>
  );
}

interface PartParts {
  readonly rule: Rule;
  readonly depth: number;
  readonly isReadOnly: boolean;
  replace(rule: Rule): void;
  drop(): void;
}

function Part({ rule, depth, isReadOnly, replace, drop }: PartParts) {
  const inner = groupOf(rule);
  return (
    <RuleRow {...{ rule, isReadOnly, replace, drop }}>
      {inner && (
        <Box flex={1}>
          <GroupBox
            group={inner}
            depth={depth + 1}
            isReadOnly={isReadOnly}
            write={(group) => replace(ruleOf(group))}
          />
        </Box>
      )}
    </RuleRow>
  );
}

function Heading({ group, depth, isReadOnly, write }: GroupParts) {
  const { t } = useTranslation();
  const words: Readonly<Record<Mode, string>> = {
    all: t('all of these'),
    any: t('at least one of these'),
    none: t('none of these'),
  };
  return (
    <Row gap={8}>
      <Text size="sm" fw={500}>
        {depth === 0 ? t('Everybody of whom') : t('of whom')}
      </Text>
      <Select
        aria-label={t('How many of the conditions hold')}
        w={210}
        size="xs"
        data={modes.map((value) => ({ value, label: words[value] }))}
        value={group.mode}
        readOnly={isReadOnly}
        allowDeselect={false}
        onChange={(mode) => write({ ...group, mode: mode as Mode })}
      />
      <Text size="sm" fw={500}>
        {t('hold:')}
      </Text>
    </Row>
  );
}

/** Who adds a condition goes on writing in it, without the mouse. */
function useFocusOnNew() {
  const box = useRef<HTMLDivElement>(null);
  const waiting = useRef<number>(undefined);
  useEffect(() => {
    if (waiting.current === undefined) return;
    const added = box.current?.querySelector(`:scope > [data-rule="${waiting.current}"]`);
    if (!added) return;
    waiting.current = undefined;
    const first = added.querySelector<HTMLElement>('input[data-first], input, button');
    first?.focus();
  });
  const focusLater = (at: number) => {
    waiting.current = at;
  };
  return { box, focusLater };
}
