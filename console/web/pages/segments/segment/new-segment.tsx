// A new segment: its name, its conditions, and whom they hold for before it is saved.
import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIsComplete } from '../../../parts/condition/use-fault.ts';
import { explain } from '../../../parts/explain.ts';
import { idOf } from '../../../parts/id-of.ts';
import { Page } from '../../../parts/page.tsx';
import { Definition, type Draft } from './definition.tsx';
import { useSave } from './save-segment.ts';

const blank: Draft = { name: '', description: '', condition: { op: 'and', rules: [] } };

export function NewSegment() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [draft, setDraft] = useState(blank);
  const [isChecked, setChecked] = useState(false);
  const isComplete = useIsComplete(draft.condition);
  const save = useSave();
  const make = async () => {
    setChecked(true);
    if (!isComplete || draft.name.trim() === '') return;
    const id = idOf(draft.name, 'segment');
    await save.mutateAsync({ id, draft }).then(
      () => go(`/segments/${id}`),
      () => undefined,
    );
  };
  return (
    <Page
      title={t('New segment')}
      about={t('Whoever fits the conditions is in it, from the moment on at which they fit.')}
      back={{ to: '/segments', label: t('Segments') }}
    >
      <Definition {...{ draft, isChecked }} isReadOnly={false} change={setDraft} />
      {save.error && (
        <Alert color="red" role="alert">
          {explain(save.error, t).message}
        </Alert>
      )}
      {isChecked && !isComplete && (
        <Alert color="yellow" role="alert">
          {t('The conditions are not complete yet.')}
        </Alert>
      )}
      <Group>
        <Button onClick={make} loading={save.isPending}>
          {t('Save the segment')}
        </Button>
      </Group>
    </Page>
  );
}
