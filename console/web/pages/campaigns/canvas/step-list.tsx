// The steps as a list, nested as they are: the same as the canvas for whoever does not see it, or has little room.
import { ActionIcon, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { laneWords } from '../../../parts/campaign/lane-words.ts';
import { lanesOf, straightOn } from '../steps/kinds.ts';
import { type Fields, type Place, type Step, stepsAt } from '../steps/tree.ts';
import type { Writing } from '../writing/use-writing.ts';
import { AddMenu } from './add-menu.tsx';
import { StepCounts } from './counts.tsx';
import { StepIcon } from './step-icon.tsx';
import { useStepWords } from './step-words.ts';
import { useTriggerWords } from './trigger-words.ts';
import { useSteps } from './use-steps.ts';

export function StepList({ writing: { document } }: { readonly writing: Writing }) {
  const { t } = useTranslation();
  const trigger = useTriggerWords(document);
  return (
    <Stack p="md" gap="sm">
      <Text size="sm" dir="auto">
        <b>{t('Who enters')}:</b> {trigger ?? t('The trigger is not complete yet')}
      </Text>
      <Listed document={document} list={['steps']} />
    </Stack>
  );
}

interface ListedParts {
  readonly document: Fields;
  readonly list: Place;
}

function Listed({ document, list }: ListedParts) {
  const steps = stepsAt(document, list);
  return (
    <Stack gap="xs">
      {steps.length > 0 && (
        <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.map((step, index) => (
            <li key={[...list, index].join('.')}>
              <AddMenu gap={{ list, index }} />
              <Item document={document} step={step} place={[...list, index]} />
            </li>
          ))}
        </Stack>
      )}
      <AddMenu gap={{ list, index: steps.length }} />
    </Stack>
  );
}

interface ItemParts {
  readonly document: Fields;
  readonly step: Step;
  readonly place: Place;
}

function Item({ document, step, place }: ItemParts) {
  const { t } = useTranslation();
  const { show, problemsOf, idOf, mayChange } = useSteps();
  const { kind, label, sentence } = useStepWords(step);
  const problems = problemsOf(place);
  const id = idOf(step);
  const straight = straightOn(step);
  return (
    <>
      <Group gap="xs" mt="xs">
        <UnstyledButton
          className="campaign-step"
          flex="1 1 220px"
          data-step={place.join('.')}
          data-faulty={problems.length > 0 || undefined}
          onClick={() => show(place)}
        >
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <StepIcon kind={kind} size={28} />
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={600}>
                {label}
              </Text>
              <Text size="sm" dir="auto">
                {sentence}
              </Text>
              {problems.map(({ at, message }) => (
                <Text key={at + message} size="xs" c="var(--mantine-color-error)">
                  <IconAlertTriangle size={12} aria-hidden /> {message}
                </Text>
              ))}
              {id !== undefined && <StepCounts id={id} />}
            </Stack>
          </Group>
        </UnstyledButton>
        {mayChange && <Tools place={place} label={label} />}
      </Group>
      {straight !== undefined && (
        <Text size="sm" ms="lg" mt="xs">
          {laneWords(straight, t)}
        </Text>
      )}
      {lanesOf(step, place).map(({ name, list }) => (
        <Stack
          key={name}
          gap="xs"
          ms="lg"
          mt="xs"
          ps="sm"
          style={{ borderInlineStart: '2px solid var(--mantine-color-default-border)' }}
        >
          <Text size="sm" fw={600}>
            {laneWords(name, t)}
          </Text>
          <Listed document={document} list={list} />
        </Stack>
      ))}
    </>
  );
}

function Tools({ place, label }: { readonly place: Place; readonly label: string }) {
  const { t } = useTranslation();
  const { nudge, duplicate, remove } = useSteps();
  const tools = [
    { name: t('Move up'), icon: IconArrowUp, act: () => nudge(place, -1) },
    { name: t('Move down'), icon: IconArrowDown, act: () => nudge(place, 1) },
    { name: t('Duplicate'), icon: IconCopy, act: () => duplicate(place) },
    { name: t('Delete'), icon: IconTrash, act: () => remove(place) },
  ];
  return (
    <Group gap={2} wrap="nowrap">
      {tools.map(({ name, icon: Icon, act }) => (
        <ActionIcon
          key={name}
          variant="subtle"
          color="gray"
          aria-label={`${name}: ${label}`}
          onClick={act}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}
