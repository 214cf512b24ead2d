// The settings of the step that is open, drawn from what its kind declares of itself; and what can be done with it.
import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormPlace } from '../../../parts/form/form-place.ts';
import type { Schema } from '../../../parts/form/schema.ts';
import { SchemaFields } from '../../../parts/form/schema-fields.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useEventPlace } from '../settings/use-event-place.ts';
import { pathOf } from '../steps/problems.ts';
import { type Place, type Step, stepAt } from '../steps/tree.ts';
import type { Writing } from '../writing/use-writing.ts';
import { StepCounts } from './counts.tsx';
import { StepIcon } from './step-icon.tsx';
import { useStepWords } from './step-words.ts';
import { focusStep, useSteps } from './use-steps.ts';

export function StepDrawer({ writing: { document } }: { readonly writing: Writing }) {
  const { open, show } = useSteps();
  const step = open && stepAt(document, open);
  const place = useEventPlace(document);
  const close = () => {
    show(undefined);
    if (open) focusStep(open);
  };
  return (
    <Drawer
      opened={step !== undefined}
      onClose={close}
      position="right"
      size="lg"
      title={step && <DrawerTitle step={step} />}
      overlayProps={{ backgroundOpacity: 0.15 }}
      returnFocus={false}
    >
      {step && open && (
        <FormPlace value={place}>
          <Opened step={step} place={open} close={close} />
        </FormPlace>
      )}
    </Drawer>
  );
}

function DrawerTitle({ step }: { readonly step: Step }) {
  const { kind, label } = useStepWords(step);
  return (
    <Group gap="sm">
      <StepIcon kind={kind} />
      <Text fw={650}>{label}</Text>
    </Group>
  );
}

interface OpenedParts {
  readonly step: Step;
  readonly place: Place;
  close(): void;
}

/* t('Asks for one mail. Consent, caps and quiet hours decide whether it goes, and when.')
   t('Keeps the contact here for a time, until something happens, or until a date.')
   t('Asks a condition of the contact, and goes on by the answer.')
   t('Sends each contact down one of several paths, by chance; the same contact always the same way.')
   t('Chooses the one offer of the catalog that fits best, or none.')
   t('Changes attributes, tags, scores and lists of the contact.')
   t('Hands the contact to somebody on the team, with a date by which to look.')
   t('Tells another system about the contact, by a signed call.')
   t('Lets the contact into another campaign, if that one takes them.')
   t('Takes the contact out of a campaign, also out of this one.')
   t('Says that something happened, so that other campaigns can follow.') */
function Opened({ step, place, close }: OpenedParts) {
  const { t } = useTranslation();
  const { kinds, mayChange, replace, problemsOf, idOf } = useSteps();
  const { kind, sentence } = useStepWords(step);
  const declared = kinds.find((one) => one.kind === kind);
  const id = idOf(step);
  const problems = problemsOf(place).map(({ at, message }) => ({
    path: (pathOf(at) ?? []).slice(place.length),
    message,
  }));
  return (
    <Stack>
      {declared && <Text size="sm">{t(declared.about)}</Text>}
      <Text size="sm" fw={600} dir="auto">
        {sentence}
      </Text>
      {id !== undefined && <StepCounts id={id} />}
      {kinds.length === 0 && <Waiting rows={3} />}
      {declared && (
        <SchemaFields
          schema={declared.settings as unknown as Schema}
          value={step}
          onChange={(value) => replace(place, value as Step)}
          isReadOnly={!mayChange}
          problems={problems}
        />
      )}
      {mayChange && <Deeds place={place} />}
      <Button variant="default" onClick={close}>
        {t('Close')}
      </Button>
    </Stack>
  );
}

function Deeds({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const { nudge, duplicate, remove, show } = useSteps();
  const left = (act: () => void) => () => {
    show(undefined);
    act();
  };
  const deeds = [
    { name: t('Move up'), icon: IconArrowUp, act: left(() => nudge(place, -1)) },
    { name: t('Move down'), icon: IconArrowDown, act: left(() => nudge(place, 1)) },
    { name: t('Duplicate'), icon: IconCopy, act: left(() => duplicate(place)) },
    { name: t('Delete'), icon: IconTrash, act: () => remove(place) },
  ];
  return (
    <Group gap="xs">
      {deeds.map(({ name, icon: Icon, act }) => (
        <Button
          key={name}
          variant="default"
          size="xs"
          leftSection={<Icon size={14} aria-hidden />}
          onClick={act}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
