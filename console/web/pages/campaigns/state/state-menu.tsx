// What can be done with a campaign as a whole: paused, resumed, stopped, deleted; and its draft thrown away.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { PauseButton, StopButton, stateChanges } from '../../../parts/campaign/state-buttons.tsx';
import { type Campaign, readWritten } from '../use-campaign.ts';
import type { Writing } from '../writing/use-writing.ts';
import { ResumeButton } from './resume-button.tsx';

interface MenuParts {
  readonly campaign: Campaign;
  readonly writing: Writing;
}

export function StateMenu({ campaign, writing }: MenuParts) {
  const { id, state, version } = campaign;
  return (
    <>
      {writing.revision > 0 && version !== undefined && <Discard id={id} writing={writing} />}
      {state === 'live' && <Pause id={id} />}
      {state === 'paused' && <ResumeButton id={id} />}
      {(state === 'live' || state === 'paused') && <Stop id={id} />}
      {(state === 'stopped' || state === 'draft') && (
        <Remove campaign={campaign} writing={writing} />
      )}
    </>
  );
}

function Pause({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <PauseButton
      id={id}
      question={t('Pause this campaign?')}
      done={t('Paused. Whoever is inside stays where they are.')}
    >
      {t(
        'Nobody enters, and whoever is inside stays in place. When you resume, you choose what becomes of what fell due meanwhile.',
      )}
    </PauseButton>
  );
}

function Stop({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <StopButton
      id={id}
      question={t('Stop this campaign for good?')}
      done={t('Stopped. Whoever is inside leaves within a few minutes.')}
    >
      {t(
        'Everybody inside leaves, and nobody comes back to their place. Publish it again to let people in anew; to hold it for a while, pause it instead.',
      )}
    </StopButton>
  );
}

function Discard({ id, writing }: { readonly id: string; readonly writing: Writing }) {
  const { t } = useTranslation();
  const discard = useAct({
    run: async () => {
      const revision = await writing.save();
      await removeDraft(id, revision);
      writing.begin(await readWritten(id));
    },
    changes: stateChanges,
    done: t('The draft is gone; what is live stays.'),
  });
  return (
    <AskButton
      variant="subtle"
      color="red"
      label={t('Discard draft')}
      question={t('Throw the draft away?')}
      act={() => discard.mutateAsync()}
    >
      {t('All that was changed since the live version is lost. The live version stays as it is.')}
    </AskButton>
  );
}

function Remove({ campaign: { id, state }, writing }: MenuParts) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useAct({
    run: async () => {
      if (writing.revision > 0) await removeDraft(id, await writing.save());
      if (state === 'stopped')
        await client.DELETE('/api/campaigns/{id}', { params: { path: { id } } });
    },
    changes: [],
    done: t('Deleted.'),
  });
  return (
    <AskButton
      variant="subtle"
      color="red"
      label={t('Delete')}
      question={t('Delete this campaign?')}
      act={() => remove.mutateAsync().then(() => navigate('/campaigns'))}
    >
      {t('It disappears from the list. What it did stays in the timelines of its contacts.')}
    </AskButton>
  );
}

const removeDraft = (id: string, revision: number) =>
  client.DELETE('/api/campaigns/{id}/draft', {
    params: { path: { id }, header: { 'if-match': `"${revision}"` } },
  });
