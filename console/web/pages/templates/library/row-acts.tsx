// What can be done with a template or a block where it is listed: a copy, and deleting it, which the API refuses where
// something could not be published again.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import type { ShelfName } from './new-form.tsx';

interface RowActsParts {
  readonly shelf: ShelfName;
  readonly id: string;
  copy(id: string): void;
}

export function RowActs({ shelf, id, copy }: RowActsParts) {
  const { t } = useTranslation();
  const deleting = useAct({
    run: () => {
      const one = { params: { path: { id } } };
      return answered<unknown>(
        shelf === 'templates'
          ? client.DELETE('/api/templates/{id}', one)
          : client.DELETE('/api/blocks/{id}', one),
      );
    },
    done: t('{{id}} is deleted.', { id }),
  });
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => copy(id)}
        aria-label={t('Duplicate {{id}}', { id })}
      >
        {t('Duplicate')}
      </Button>
      <AskButton
        size="compact-sm"
        variant="subtle"
        color="red"
        label={t('Delete')}
        question={t('Delete {{id}}?', { id })}
        act={() => deleting.mutateAsync()}
      >
        {t(
          'What is live keeps what it was published with. It is refused where something could not be published again. The way back: save one of the same name; its versions go on.',
        )}
      </AskButton>
    </Group>
  );
}
