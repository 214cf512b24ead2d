// The pipeline: leads with an open task, by how far they have come. Moved by a menu, so by keyboard as well as by mouse.
// A stage is the attribute lead_stage of the contact; who has none has just been handed over.

import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-time.ts';
import { Failure } from '../../parts/failure.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Waiting } from '../../parts/paged-table.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useMay } from '../../session/session.ts';
import { useFormats } from '../../words/use-formats.ts';
import { Finish } from './finish.tsx';
import { HandOver } from './hand-over.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { StageSelect, stages } from './stage-select.tsx';
import { Story } from './story.tsx';
import { nameOf, type Stage, type Task, useTasks } from './use-tasks.ts';

export function Board() {
  const paged = useTasks();
  const [opened, setOpened] = useState<Task>();
  if (paged.isPending) return <Waiting />;
  if (paged.error) return <Failure error={paged.error} again={paged.again} />;
  if (paged.rows.length === 0) return <NothingOpen />;
  const byStage = Map.groupBy(paged.rows, ({ lead }) => lead?.stage ?? 'new');
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 6 }} spacing="sm">
        {stages.map((stage) => (
          <Lane key={stage} stage={stage} tasks={byStage.get(stage) ?? []} open={setOpened} />
        ))}
      </SimpleGrid>
      <ShowMore paged={paged} />
      <Story task={opened} close={() => setOpened(undefined)} />
    </Stack>
  );
}

/** Red enough to be read at its size, on both grounds. */
const late = 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-3))';

interface LaneParts {
  readonly stage: Stage;
  readonly tasks: readonly Task[];
  open(task: Task): void;
}

function Lane({ stage, tasks, open }: LaneParts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <Stack component="section" gap="sm" className="lane">
      <Group justify="space-between" wrap="nowrap" px={4}>
        <Title order={2} size="h6">
          {t(`stage: ${stage}`)}
        </Title>
        <Badge variant="light" color="gray">
          {number(tasks.length)}
        </Badge>
      </Group>
      {tasks.map((task) => (
        <LeadCard key={task.id} task={task} open={() => open(task)} />
      ))}
      {tasks.length === 0 && (
        <Text size="sm" px={4}>
          {t('Nobody')}
        </Text>
      )}
    </Stack>
  );
}

function LeadCard({ task, open }: { readonly task: Task; open(): void }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const may = useMay('sales');
  const { title, due, lead, assignee } = task;
  return (
    <Paper withBorder radius="md" p="sm">
      <Stack gap={6} align="stretch">
        <Anchor component="button" type="button" size="sm" fw={600} ta="start" onClick={open}>
          <bdi>{nameOf(task)}</bdi>
        </Anchor>
        {lead?.score !== undefined && (
          <Badge variant="light" tt="none">
            {t('Score {{score}}', { score: number(lead.score) })}
          </Badge>
        )}
        <Text size="xs">
          <bdi>{title}</bdi>
        </Text>
        <Text
          size="xs"
          fw={due < serverNow() ? 600 : undefined}
          c={due < serverNow() ? late : undefined}
        >
          {t('Due')} <Moment at={due} />
        </Text>
        {assignee && (
          <Text size="xs">
            {t('Owner')}: <bdi>{assignee}</bdi>
          </Text>
        )}
        {may && (
          <>
            <StageSelect task={task} />
            <Finish task={task} />
            <HandOver task={task} />
          </>
        )}
      </Stack>
    </Paper>
  );
}
