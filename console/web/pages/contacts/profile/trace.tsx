// A condition and what was found when it was asked: part by part, as deep as it goes.
import { Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface Traced {
  readonly sentence: string;
  readonly held: boolean;
  readonly found?: string;
  readonly parts?: readonly Traced[];
}

export function Trace({ trace }: { readonly trace: Traced }) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: '1.25rem' }}>
      <One trace={trace} />
    </ul>
  );
}

function One({ trace: { sentence, held, found, parts = [] } }: { readonly trace: Traced }) {
  const { t } = useTranslation();
  return (
    <li>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {held ? (
          <IconCheck size={14} aria-label={t('Held')} />
        ) : (
          <IconX size={14} aria-label={t('Did not hold')} />
        )}{' '}
        <bdi>
          {sentence}
          {found !== undefined && ` (${found})`}
        </bdi>
      </Text>
      {parts.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: '1.25rem' }}>
          {parts.map((part) => (
            <One key={part.sentence} trace={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
