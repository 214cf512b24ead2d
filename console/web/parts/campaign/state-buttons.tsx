// Pausing and stopping what is live, a campaign or a broadcast: each asks first, and keeps the reason.
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import { useAct } from '../../api/use-act.ts';
import { AskButton } from '../ask-button.tsx';

/** What is read again when the state of one has changed. */
export const stateChanges = [['/api/campaigns'], ['get', '/api/campaigns/{id}']] as const;

interface ButtonParts {
  readonly id: string;
  readonly question: string;
  readonly done: string;
  /** What it does, and the way back. */
  readonly children: string;
}

export function PauseButton({ id, question, done, children }: ButtonParts) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const pause = useAct({
    run: (because: string) =>
      answered(client.POST('/api/campaigns/{id}/pause', { params, body: { because } })),
    changes: stateChanges,
    done,
  });
  return (
    <AskButton
      variant="default"
      label={t('Pause')}
      question={question}
      asksReason
      act={pause.mutateAsync}
    >
      {children}
    </AskButton>
  );
}

export function StopButton({ id, question, done, children }: ButtonParts) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const stop = useAct({
    run: (because: string) =>
      answered(client.POST('/api/campaigns/{id}/stop', { params, body: { because } })),
    changes: stateChanges,
    done,
  });
  return (
    <AskButton
      variant="light"
      color="red"
      label={t('Stop')}
      question={question}
      asksReason
      act={stop.mutateAsync}
    >
      {children}
    </AskButton>
  );
}
