// What can be done with what is written: undone, looked through, published. And whether it is kept yet.
import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.ts';
import { StateMenu } from '../state/state-menu.tsx';
import type { Campaign } from '../use-campaign.ts';
import { Conflict } from './conflict.tsx';
import { ProblemList } from './problem-list.tsx';
import { Publish } from './publish.tsx';
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
