// Publishing asks first: who enters from now on, or what is different from what is live.
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Trigger } from '../../../../../workflows/triggers/index.ts';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import { faultWords } from '../../../parts/said/faults.ts';
import type { Fields } from '../steps/tree.ts';
import { type Campaign, readWritten } from '../use-campaign.ts';
import { differences } from '../versions/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';
import { useTell } from '../versions/use-tell.ts';
import type { Writing } from './use-writing.ts';

interface PublishParts {
  readonly campaign: Campaign;
  readonly writing: Writing;
}

export function Publish({ campaign: { id, live }, writing }: PublishParts) {
  const { t } = useTranslation();
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
      ].join('\n'),
    changes: [['/api/campaigns']],
  });
  const act = async () => {
    await publish.mutateAsync();
    writing.begin(await readWritten(id));
  };
  const hasNothing = writing.revision === 0 && !writing.canUndo;
  const isBlocked = writing.problems.length > 0 || writing.saving === 'conflict';
  return (
    <AskButton
      label={t('Publish')}
      question={live ? t('Publish what has changed?') : t('Publish this campaign?')}
      disabled={hasNothing || isBlocked}
      act={act}
    >
      {live ? <Changes from={live.campaign} writing={writing} /> : <Begins writing={writing} />}
    </AskButton>
  );
}

function Begins({ writing: { document } }: Pick<PublishParts, 'writing'>) {
  const { t } = useTranslation();
  const trigger = triggerSentence((document.trigger ?? {}) as Trigger, useWording());
  return (
    <Stack gap="xs">
      {trigger && <Text size="sm">{t('Who enters: {{trigger}}.', { trigger })}</Text>}
      <Text size="sm">
        {t('From now on it runs by itself. You can pause it, and change it, whenever you like.')}
      </Text>
    </Stack>
  );
}

interface ChangesParts extends Pick<PublishParts, 'writing'> {
  readonly from: Fields;
}

function Changes({ from, writing: { document } }: ChangesParts) {
  const { t } = useTranslation();
  const all = differences(from, document, useTell());
  return (
    <Stack gap="sm">
      {all.length === 0 ? t('Only templates have changed.') : <DifferenceList all={all} />}
      <Text size="sm">
        {t(
          'Who enters from now on gets it so. Whoever is inside stays on their version until you move them.',
        )}
      </Text>
    </Stack>
  );
}
