// Adding or changing a topic. Its id stays: what people said is kept by it.
import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from './use-workspace.ts';

export type Topic = NonNullable<Workspace['topics']>[number];

interface TopicFormParts {
  readonly edited: Topic | 'new' | undefined;
  /** What is there already: a new one is another. */
  readonly known: readonly Topic[];
  save(topic: Topic): Promise<unknown>;
  close(): void;
}

export function TopicForm({ edited, known, save, close }: TopicFormParts) {
  const { t } = useTranslation();
  const title = typeof edited === 'object' ? edited.name : t('A new topic');
  return (
    <Modal opened={edited !== undefined} onClose={close} title={title} centered>
      {edited && <Fields {...{ edited, known, save }} />}
    </Modal>
  );
}

const blank: Topic = { id: '', name: '', joined: 'opt_in' };

function Fields({ edited, known, save }: Omit<Required<TopicFormParts>, 'close'>) {
  const { t } = useTranslation();
  const isNew = edited === 'new';
  const [topic, setTopic] = useState<Topic>(typeof edited === 'object' ? edited : blank);
  const [isSaving, setSaving] = useState(false);
  const isTaken = isNew && known.some(({ id }) => id === topic.id);
  const change = (changed: Partial<Topic>) => setTopic((one) => ({ ...one, ...changed }));
  const send = async () => {
    const { description, ...others } = topic;
    setSaving(true);
    // A refusal has been told; the form stays.
    await save({ ...others, ...(description && { description }) }).catch(() => undefined);
    setSaving(false);
  };
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={t('Name')}
        description={t('As people read it.')}
        required
        data-autofocus
        value={topic.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <IdField {...{ topic, isNew, isTaken, change }} />
      <Textarea
        label={t('Description')}
        autosize
        value={topic.description ?? ''}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Joined topic={topic} change={change} />
      <Group justify="flex-end">
        <Button type="submit" loading={isSaving} disabled={isTaken}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}

interface JoinedParts {
  readonly topic: Topic;
  change(changed: Partial<Topic>): void;
}

function Joined({ topic, change }: JoinedParts) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={500} id="topic-joined">
        {t('Who gets it')}
      </Text>
      <SegmentedControl
        aria-labelledby="topic-joined"
        value={topic.joined}
        onChange={(joined) => change({ joined: joined as Topic['joined'] })}
        data={[
          { value: 'opt_in', label: t('Only those who asked') },
          { value: 'opt_out', label: t('All who did not leave') },
        ]}
      />
    </>
  );
}

interface IdFieldParts extends JoinedParts {
  readonly isNew: boolean;
  readonly isTaken: boolean;
}

function IdField({ topic: { id }, isNew, isTaken, change }: IdFieldParts) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('Id')}
      description={t('As templates and forms name it: small letters, digits and hyphens.')}
      required
      pattern="[a-z0-9][a-z0-9\-]{0,39}"
      dir="ltr"
      readOnly={!isNew}
      value={id}
      error={isTaken && t('There is one with the id {{word}} already', { word: id })}
      onChange={(event) => change({ id: event.currentTarget.value })}
    />
  );
}
