// Topics: what marketing mail may be about. People join and leave each by itself, on their page of preferences.
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { type Topic, TopicForm } from './topic-form.tsx';
import { useSave, useWorkspace, type Workspace } from './use-workspace.ts';

export function TopicsTab() {
  const { data, error, refetch } = useWorkspace();
  if (error) return <Failure error={error} again={refetch} />;
  return data ? <Topics known={data} /> : <Waiting />;
}

function Topics({ known }: { readonly known: Workspace }) {
  const { t } = useTranslation();
  const may = useMay('administrator');
  const save = useSave(known, t('Saved.'));
  const { topics = [] } = known;
  const [edited, setEdited] = useState<Topic | 'new'>();
  const put = async (topic: Topic) => {
    const at = topics.findIndex(({ id }) => id === topic.id);
    await save.mutateAsync({ topics: at < 0 ? [...topics, topic] : topics.with(at, topic) });
    setEdited(undefined);
  };
  const add = <Button onClick={() => setEdited('new')}>{t('Add a topic')}</Button>;
  return (
    <Stack maw={720}>
      {topics.length === 0 && (
        <Empty
          icon={<IconMessages aria-hidden />}
          title={t('There are no topics')}
          action={may && add}
        >
          {t('With topics people can leave some of your mail instead of all of it.')}
        </Empty>
      )}
      {topics.map((topic) => (
        <TopicCard
          key={topic.id}
          topic={topic}
          edit={() => setEdited(topic)}
          remove={() => save.mutateAsync({ topics: topics.filter(({ id }) => id !== topic.id) })}
        />
      ))}
      {may && topics.length > 0 && <Group>{add}</Group>}
      <TopicForm
        key={typeof edited === 'object' ? edited.id : edited}
        edited={edited}
        known={topics}
        save={put}
        close={() => setEdited(undefined)}
      />
    </Stack>
  );
}

interface CardParts {
  readonly topic: Topic;
  edit(): void;
  remove(): Promise<unknown>;
}

function TopicCard({ topic: { id, name, description, joined }, edit, remove }: CardParts) {
  const { t } = useTranslation();
  const may = useMay('administrator');
  return (
    <Paper withBorder radius="lg" p="lg">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} flex="1 1 16rem">
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            <Badge variant="light" color="gray" tt="none">
              {joined === 'opt_in' ? t('Only those who asked') : t('All who did not leave')}
            </Badge>
          </Group>
          <Text size="xs" ff="monospace">
            {id}
          </Text>
          {description && <Text size="sm">{description}</Text>}
        </Stack>
        {may && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={edit}
              aria-label={t('Edit {{name}}', { name })}
            >
              {t('Edit')}
            </Button>
            <AskButton
              label={t('Remove')}
              question={t('Remove {{name}}?', { name })}
              size="xs"
              variant="subtle"
              color="red"
              act={remove}
            >
              {t(
                'Nobody is asked about it any more, and templates that name it cannot be published. What people said about it is kept: added again under the same id, it counts again.',
              )}
            </AskButton>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
