// Deleting a segment, which nothing that is live may ask for.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import type { Segment } from './segment-page.tsx';

export function DeleteSegment({
  segment: { segment: id, document },
}: {
  readonly segment: Segment;
}) {
  const { t } = useTranslation();
  const go = useNavigate();
  const drop = useAct({
    // Its page is left at once: what it asks for is there no more.
    run: () =>
      client.DELETE('/api/segments/{id}', { params: { path: { id } } }).then(() => go('/segments')),
    changes: [['/api/segments']],
    done: t('The segment is deleted.'),
  });
  return (
    <AskButton
      label={t('Delete')}
      variant="default"
      color="red"
      question={t('Delete the segment {{name}}?', { name: document.name })}
      act={() => drop.mutateAsync()}
    >
      {t(
        'Nobody is in it any more; the contacts themselves stay. It cannot be undone, but a segment with the same conditions finds the same people.',
      )}
    </AskButton>
  );
}
