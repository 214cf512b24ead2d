// The state of a campaign, an import, a message or anything else that has one: a word with its color.
import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colors: Readonly<Record<string, MantineColor>> = {
  live: 'leaf',
  done: 'leaf',
  passed: 'leaf',
  running: 'blue',
  paused: 'yellow',
  waiting: 'blue',
  scheduled: 'blue',
  draft: 'gray',
  stopped: 'gray',
  failed: 'red',
  quarantined: 'orange',
};

/* t('state: live') t('state: draft') t('state: paused') t('state: stopped') t('state: running') t('state: waiting')
   t('state: done') t('state: failed') t('state: scheduled') */
/** `state` is the API's own word. Every one that is shown stands in the translations. */
export function StateBadge({ state }: { readonly state: string }) {
  const { t } = useTranslation();
  return (
    <Badge color={colors[state] ?? 'gray'} variant="light" tt="none">
      {t(`state: ${state}`, state)}
    </Badge>
  );
}
