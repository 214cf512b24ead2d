// Builds a condition of the rule language: who is meant, in words and fields. What it cannot draw it shows as code and hands
// back as it came; what is unfinished it hands on unfinished (see useIsComplete).
import { Paper } from '@mantine/core';
import { useMemo } from 'react';
import { ConditionSentence } from './condition-sentence.tsx';
import { GroupBox } from './group.tsx';
import { ConditionPlace } from './place.ts';
import { asGroup, type Rule, ruleOf } from './rule.ts';

interface ConditionBuilderParts {
  readonly value: Rule | undefined;
  onChange(condition: Rule): void;
  readonly isReadOnly?: boolean;
  /** In a campaign, what people did since they entered can be asked. */
  readonly isInCampaign?: boolean;
  /** The event at hand, whose properties can be asked. */
  readonly event?: string;
  /** Tells what is missing of conditions that nobody has touched yet, too. */
  readonly isChecked?: boolean;
}

export function ConditionBuilder(parts: ConditionBuilderParts) {
  const { value, onChange, isReadOnly = false } = parts;
  const { isInCampaign = false, event, isChecked = false } = parts;
  const place = useMemo(
    () => ({ isInCampaign, event, isChecked }),
    [isInCampaign, event, isChecked],
  );
  return (
    <ConditionPlace value={place}>
      <GroupBox
        group={asGroup(value)}
        depth={0}
        isReadOnly={isReadOnly}
        write={(group) => onChange(ruleOf(group))}
      />
      {value && asGroup(value).rules.length > 0 && (
        <Paper bg="var(--mantine-color-default-hover)" radius="md" p="sm" mt="sm">
          <ConditionSentence value={value} />
        </Paper>
      )}
    </ConditionPlace>
  );
}
