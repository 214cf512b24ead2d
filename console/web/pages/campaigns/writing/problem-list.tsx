// What keeps a draft from going live, each thing with its place; those in steps lead to their step.
import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { laneWords } from '../../../parts/campaign/lane-words.ts';
import { pathOf } from '../steps/problems.ts';
import type { Place } from '../steps/tree.ts';
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

/** "Step 3, yes, step 1": the rest of a place is shown at its field. */
function placeWords(path: Place, t: TFunction): string {
  const [first, ...rest] = path;
  if (first !== 'steps') return first === 'trigger' ? t('Trigger') : path.join('.');
  const end = rest.findIndex(
    (key, at) => typeof key === 'string' && typeof rest[at + 1] !== 'number',
  );
  const steps = end < 0 ? rest : rest.slice(0, end);
  const words = steps.map((key) =>
    typeof key === 'number' ? t('step {{number}}', { number: key + 1 }) : laneWords(key, t),
  );
  return words.join(', ') || t('Steps');
}

function One({ campaign, problem }: { readonly campaign: string; readonly problem: Problem }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = pathOf(problem.at);
  const isStep = path?.[0] === 'steps';
  return (
    <UnstyledButton onClick={() => navigate(`/campaigns/${campaign}${isStep ? '' : '/settings'}`)}>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <bdi>{placeWords(path ?? [problem.at], t)}</bdi>
      </Text>
      <Text size="sm" dir="auto">
        {problem.message}
      </Text>
    </UnstyledButton>
  );
}
