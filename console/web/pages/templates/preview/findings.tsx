// What a reader, a mailbox or the law would say about the mail: what stands there is a finding, with its sign and its words.
import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  Progress,
  Stack,
  Text,
  ThemeIcon,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { faultWords } from '../../../parts/said/faults.ts';
import { useFormats } from '../../../words/use-formats.ts';
import type { Source } from '../template.ts';
import type { Reader, Shown } from './use-preview.ts';

/** Gmail hides what is above, in bytes. */
const most = 102_400;

interface FindingsParts {
  readonly shown: Shown;
  readonly template: Source;
  readonly reader: Reader;
}

export function Findings({ shown, template, reader }: FindingsParts) {
  const { t } = useTranslation();
  const { skipped, warnings } = shown;
  return (
    <Stack gap="sm">
      {skipped !== undefined && (
        <Alert color="orange" title={t('This reader would not get it')} p="sm">
          <Text size="sm" dir="auto">
            {skipped}
          </Text>
        </Alert>
      )}
      <List spacing={6} size="sm" center={false}>
        {warnings.map(({ kind, message }) => (
          <Finding key={`${kind} ${message}`}>{faultWords(message, t)}</Finding>
        ))}
        {warnings.length === 0 && <Finding isGood>{t('No warnings for this reader.')}</Finding>}
        {template.kind === 'marketing' && (
          <Finding isGood>{t('The way out and the postal address can be seen.')}</Finding>
        )}
      </List>
      <Size bytes={shown.bytes} />
      <Links key={shown.html} {...{ shown, template, reader }} />
    </Stack>
  );
}

const Finding = ({ isGood = false, children }: { isGood?: boolean; children: ReactNode }) => (
  <List.Item
    icon={
      <ThemeIcon size={20} radius="xl" variant="light" color={isGood ? 'leaf' : 'orange'}>
        {isGood ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      </ThemeIcon>
    }
  >
    <span dir="auto" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </span>
  </List.Item>
);

function Size({ bytes }: { readonly bytes: number }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const size = number(Math.round(bytes / 1024));
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress
        value={Math.min(100, (100 * bytes) / most)}
        color={bytes > most ? 'orange' : 'leaf'}
        flex={1}
        aria-label={t('Size')}
      />
      <Text size="sm">
        {t('{{size}} KB of the {{most}} KB that Gmail shows', { size, most: number(100) })}
      </Text>
    </Group>
  );
}

function Links({ shown, template, reader }: FindingsParts) {
  const { t } = useTranslation();
  const check = useAct({ run: () => checked(template, shown.language, reader), changes: [] });
  const count = new Set(shown.links).size;
  if (count === 0) return null;
  const dead = check.data?.warnings.filter(({ kind }) => kind === 'dead_link');
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t('{{count}} links', { count })}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconLink size={14} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('Check the links')}
        </Button>
      </Group>
      <div role="status">
        <List spacing={6} size="sm">
          {dead?.map(({ message }) => (
            <Finding key={message}>{message}</Finding>
          ))}
          {dead?.length === 0 && <Finding isGood>{t('All links answer.')}</Finding>}
        </List>
      </div>
      {[...new Set(shown.links)].map((link) => (
        <Anchor
          key={link}
          href={link}
          target="_blank"
          rel="noreferrer"
          size="sm"
          dir="ltr"
          truncate
        >
          {link}
        </Anchor>
      ))}
    </Stack>
  );
}

const checked = (template: Source, language: string, reader: Reader) =>
  answered(
    client.POST('/api/templates/preview', {
      body: { template, language, ...reader, checkLinks: true },
    }),
  );
