// What can be done with what is written: undone, looked through, published. And whether it is kept yet.
import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { faultWords } from '../../../parts/said/faults.ts';
import { useMay } from '../../../session/session.ts';
import { StateMenu } from '../state/state-menu.tsx';
import { type Campaign, readWritten } from '../use-campaign.ts';
import { Conflict } from './conflict.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Writing } from './use-writing.ts';

interface BarParts {
  readonly campaign: Campaign;
  readonly writing: Writing;
}

export function WritingBar({ campaign, writing }: BarParts) {
  const isMarketer = useMay('marketer');
  if (!isMarketer) return null;
  return (
    <>
      <Kept writing={writing} />
      <UndoRedo writing={writing} />
      {writing.problems.length > 0 && <ProblemList campaign={campaign.id} writing={writing} />}
      <Publish campaign={campaign} writing={writing} />
      <StateMenu campaign={campaign} writing={writing} />
      {writing.saving === 'conflict' && <Conflict id={campaign.id} writing={writing} />}
    </>
  );
}

/* t('saving: saved') t('saving: waiting') t('saving: saving') t('saving: conflict') t('saving: failed') */
function Kept({ writing: { saving, revision, save } }: Pick<BarParts, 'writing'>) {
  const { t } = useTranslation();
  const isQuiet = saving === 'saved' && revision === 0;
  return (
    // With nothing to say it takes no room.
    <Group gap={4} role="status" aria-live="polite" pos={isQuiet ? 'absolute' : 'static'}>
      {!isQuiet && saving === 'saved' && <IconCheck size={14} aria-hidden />}
      <Text size="sm" c={saving === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
        {isQuiet ? '' : t(`saving: ${saving}`)}
      </Text>
      {saving === 'failed' && (
        <Button variant="subtle" size="compact-sm" onClick={() => save().catch(() => undefined)}>
          {t('Try again')}
        </Button>
      )}
    </Group>
  );
}

function UndoRedo({ writing }: Pick<BarParts, 'writing'>) {
  const { t } = useTranslation();
  const buttons = [
    { label: t('Undo'), icon: IconArrowBackUp, can: writing.canUndo, act: writing.undo },
    { label: t('Redo'), icon: IconArrowForwardUp, can: writing.canRedo, act: writing.redo },
  ];
  return (
    <Group gap={4}>
      {buttons.map(({ label, icon: Icon, can, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="default" size="lg" aria-label={label} disabled={!can} onClick={act}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

function Publish({ campaign, writing }: BarParts) {
  const { t } = useTranslation();
  const { id } = campaign;
  const publish = useAct({
    run: async () => {
      const revision = await writing.save();
      const params = { path: { id }, header: { 'if-match': `"${revision}"` } };
      return answered(client.POST('/api/campaigns/{id}/draft/publish', { params }));
    },
    done: ({ version, warnings }) =>
      [
        t('Version {{version}} is live for whoever enters from now on.', { version }),
        ...warnings.map(({ message }) => faultWords(message, t)),
      ].join(' '),
    changes: [['/api/campaigns']],
  });
  const run = () =>
    publish.mutateAsync().then(
      async () => writing.begin(await readWritten(id)),
      () => undefined,
    );
  const hasNothing = writing.revision === 0 && !writing.canUndo;
  const isBlocked = writing.problems.length > 0 || writing.saving === 'conflict';
  return (
    <Button onClick={run} loading={publish.isPending} disabled={hasNothing || isBlocked}>
      {t('Publish')}
    </Button>
  );
}
