// Mending something that was set aside, and reading it once more.
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { readable } from './readable.ts';
import type { PlaceInQuarantine } from './request-card.tsx';

interface MendParts {
  readonly raw: string;
  readonly place: PlaceInQuarantine;
  close(): void;
}

export function Mend({ raw, place, close }: MendParts) {
  const { t } = useTranslation();
  const whole = readable(raw);
  const [text, setText] = useState(whole);
  const { index, ...path } = place;
  const replay = useAct({
    run: () =>
      answered(
        client.POST('/api/quarantine/{day}/{id}/replay', {
          params: { path },
          // As it was, when nothing was mended: its settings may have been.
          body: text === whole ? { index } : { index, raw: text },
        }),
      ),
    done: ({ state }) => (state === 'accepted' ? t('It was taken.') : ''),
    changes: [['/api/quarantine'], ['/api/sources']],
    after: ({ state }) => state === 'accepted' && close(),
  });
  return (
    <Stack gap="sm">
      <Textarea
        label={t('What is read')}
        description={t('Change what is wrong in it; unchanged, it is read again as it was.')}
        autosize
        minRows={4}
        maxRows={20}
        dir="ltr"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {replay.data?.state === 'rejected' && (
        <Alert color="orange" role="alert" title={t('It could still not be taken')}>
          {replay.data.reason}
        </Alert>
      )}
      <Group>
        <Button loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('Replay')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
