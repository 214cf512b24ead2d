// What keeps a draft from going live, each thing with its place; those in steps lead to their step.
import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathOf } from '../steps/problems.ts';
import type { Problem, Writing } from './use-writing.ts';

interface ListParts {
  readonly campaign: string;
  readonly writing: Writing;
}

export function ProblemList({ campaign, writing: { problems } }: ListParts) {
  const { t } = useTranslation();
  return (
    <Popover width={380} position="bottom-end" withinPortal>
      <Popover.Target>
        <Button
          variant="light"
          color="red"
          leftSection={<IconAlertTriangle size={16} aria-hidden />}
        >
          {t('{{count}} problems', { count: problems.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" mah={360} style={{ overflow: 'auto' }}>
          <Text size="sm" fw={600}>
            {t('This keeps it from going live')}
          </Text>
          {problems.map((problem) => (
            <One key={`${problem.at} ${problem.message}`} campaign={campaign} problem={problem} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function One({ campaign, problem }: { readonly campaign: string; readonly problem: Problem }) {
  const navigate = useNavigate();
  const path = pathOf(problem.at);
  const isStep = path?.[0] === 'steps';
  return (
    <UnstyledButton onClick={() => navigate(`/campaigns/${campaign}${isStep ? '' : '/settings'}`)}>
      <Text size="xs" ff="monospace" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
        {problem.at.replace(/^campaign\.?/, '')}
      </Text>
      <Text size="sm" dir="auto">
        {problem.message}
      </Text>
    </UnstyledButton>
  );
}
