// How a wish was told, and what proves it: the words that were shown, the page, the device, as far as anybody kept them.
import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';

type Line = Schemas['getContactsIdConsentsAnswer']['items'][number];

const shown = [
  'detail',
  'wording',
  'version',
  'language',
  'page',
  'policy_url',
  'legal_basis',
  'source',
  'ip',
  'user_agent',
];

export function Proof({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const kept = shown.flatMap((name) =>
    typeof line[name] === 'string' ? [[name, String(line[name])] as const] : [],
  );
  return (
    <Stack gap={2}>
      <Text size="sm">
        {line.method.replaceAll('_', ' ')} · {line.actor}
      </Text>
      {kept.length > 0 && (
        <details>
          <summary>{t('Proof')}</summary>
          {kept.map(([name, text]) => (
            <Text key={name} size="xs" style={{ overflowWrap: 'anywhere' }}>
              <Code>{name}</Code> {text}
            </Text>
          ))}
        </details>
      )}
    </Stack>
  );
}
