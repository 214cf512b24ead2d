// Saying how far a lead has come.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { nameOf, type Stage, type Task, tasksKey } from './use-tasks.ts';

export const stages: readonly Stage[] = ['new', 'contacted', 'meeting', 'proposal', 'won', 'lost'];

/* t('stage: new') t('stage: contacted') t('stage: meeting') t('stage: proposal') t('stage: won') t('stage: lost') */
export function StageSelect({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const move = useAct({
    run: (stage: Stage) =>
      client.PUT('/api/contacts/{id}/stage', {
        params: { path: { id: task.contact } },
        body: { stage },
      }),
    changes: [tasksKey, ['/api/contacts']],
  });
  return (
    <Select
      aria-label={t('Stage of {{name}}', { name: nameOf(task) })}
      size="xs"
      data={stages.map((value) => ({ value, label: t(`stage: ${value}`) }))}
      value={task.lead?.stage ?? 'new'}
      disabled={move.isPending}
      allowDeselect={false}
      onChange={(to) => move.mutate(to as Stage)}
    />
  );
}
