// A new segment: its name, its conditions, and whom they hold for before it is saved.
import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useIsComplete } from '../../../parts/condition/use-fault.ts';
import { idOf } from '../../../parts/id-of.ts';
import { Page } from '../../../parts/page.tsx';
import { Unsaved } from '../../../parts/writing/unsaved.tsx';
import { Definition, type Draft } from './definition.tsx';
import { Refused } from './refused.tsx';
import { useSegment } from './use-segment.ts';

const blank: Draft = { name: '', description: '', condition: { op: 'and', rules: [] } };

export function NewSegment() {
  const { t } = useTranslation();
  const [id, setId] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const writing = useSegment({
    ...{ key: 'new', version: 0, said: blank, saved: setId },
    idFor: ({ name }) => idOf(name, 'segment'),
  });
  const { source: draft } = writing;
  const isComplete = useIsComplete(draft.condition);
  const make = () => {
    setChecked(true);
    if (isComplete && draft.name.trim() !== '') writing.save();
  };
  if (id !== undefined && !writing.isChanged) return <Navigate to={`/segments/${id}`} replace />;
  return (
    <Page
      title={t('New segment')}
      about={t('Whoever fits the conditions is in it, from the moment on at which they fit.')}
      back={{ to: '/segments', label: t('Segments') }}
    >
      <Unsaved {...writing} />
      <Definition {...{ draft, isChecked }} isReadOnly={false} change={writing.change} />
      <Refused error={writing.error} />
      {isChecked && !isComplete && (
        <Alert color="yellow" role="alert">
          {t('The conditions are not complete yet.')}
        </Alert>
      )}
      <Group>
        <Button onClick={make} loading={writing.isSaving}>
          {t('Save the segment')}
        </Button>
      </Group>
    </Page>
  );
}
