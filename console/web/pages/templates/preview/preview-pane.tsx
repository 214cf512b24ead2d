// The mail beside its source: in the inbox, on a phone or a desk, in the dark, from right to left, as plain text.
import {
  Box,
  Group,
  Loader,
  Paper,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { directionOf, type Source } from '../template.ts';
import { Findings } from './findings.tsx';
import { InboxLine } from './inbox-line.tsx';
import { MailFrame, widths } from './mail-frame.tsx';
import { PreviewAs } from './preview-as.tsx';
import type { Preview, Reader } from './use-preview.ts';

interface PreviewPaneParts {
  readonly preview: Preview;
  readonly template: Source;
  readonly reader: Reader;
  setReader(reader: Reader): void;
}

export function PreviewPane({ preview, template, reader, setReader }: PreviewPaneParts) {
  const { t } = useTranslation();
  const { shown, isAsking, error, problems, again } = preview;
  return (
    <Paper withBorder radius="lg" p="md" component="section" aria-label={t('Preview')}>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h5">
            {t('Preview')}
          </Title>
          {isAsking && <Loader size={14} role="status" aria-label={t('Being drawn')} />}
        </Group>
        <PreviewAs reader={reader} setReader={setReader} />
        {error != null && <Failure error={error} again={again} />}
        {problems.length > 0 && shown && (
          <Text size="sm" role="status">
            {t('As it was before the problems in the source.')}
          </Text>
        )}
        {shown ? <Look shown={shown} /> : isAsking && <Waiting />}
        {shown && problems.length === 0 && <Findings {...{ shown, template, reader }} />}
      </Stack>
    </Paper>
  );
}

type View = keyof typeof widths | 'text';

function Look({ shown }: { readonly shown: NonNullable<Preview['shown']> }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('phone');
  const [isDark, setDark] = useState(false);
  const [isTurned, setTurned] = useState(false);
  const { html, subject, preheader, text, language } = shown;
  const isRightToLeft = directionOf(language) === 'rtl';
  return (
    <>
      <InboxLine {...{ subject, preheader, text }} />
      <Group gap="md">
        <SegmentedControl
          size="xs"
          aria-label={t('Shown as')}
          value={view}
          onChange={(to) => setView(to as View)}
          data={[
            { value: 'phone', label: t('Phone') },
            { value: 'desktop', label: t('Desktop') },
            { value: 'text', label: t('Plain text') },
          ]}
        />
        <Switch
          size="sm"
          label={t('In the dark')}
          checked={isDark}
          disabled={view === 'text'}
          onChange={(event) => setDark(event.currentTarget.checked)}
        />
        <Switch
          size="sm"
          label={t('Right to left')}
          checked={isTurned || isRightToLeft}
          disabled={view === 'text' || isRightToLeft}
          onChange={(event) => setTurned(event.currentTarget.checked)}
        />
      </Group>
      {view === 'text' ? (
        <PlainText text={text} direction={directionOf(language)} />
      ) : (
        <MailFrame {...{ html, width: widths[view], isDark, isTurned }} />
      )}
    </>
  );
}

function PlainText({ text, direction }: { readonly text: string; readonly direction: string }) {
  const { t } = useTranslation();
  return (
    <Box
      component="pre"
      dir={direction}
      tabIndex={0}
      role="region"
      aria-label={t('The mail as plain text')}
      m={0}
      h={620}
      fz="sm"
      style={{ overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {text}
    </Box>
  );
}
