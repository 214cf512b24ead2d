// A condition and what was found when it was asked: part by part, as deep as it goes.
import { Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isRule } from '../../../parts/condition/rule.ts';
import { phraseOf } from '../../../parts/condition/sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import { Reason } from '../../../parts/said/said.tsx';

export interface Traced {
  readonly sentence: string;
  readonly held: boolean;
  readonly found?: string;
  readonly parts?: readonly Traced[];
}

interface TraceParts {
  readonly trace: Traced;
  /** The condition itself, where it is known: it is said from that. */
  readonly rule?: unknown;
}

export function Trace({ trace, rule }: TraceParts) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: '1.25rem' }}>
      <One trace={trace} rule={rule} />
    </ul>
  );
}

function One({ trace: { sentence, held, found, parts = [] }, rule }: TraceParts) {
  const { t } = useTranslation();
  const inner = partsOf(rule);
  return (
    <li>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {held ? (
          <IconCheck size={14} aria-label={t('Held')} />
        ) : (
          <IconX size={14} aria-label={t('Did not hold')} />
        )}{' '}
        <Asked sentence={sentence} rule={rule} />
        {found !== undefined && (
          <>
            {' ('}
            <Reason text={found} />)
          </>
        )}
      </Text>
      {parts.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: '1.25rem' }}>
          {parts.map((part, at) => (
            <One key={part.sentence} trace={part} rule={inner[at]} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Of and, or, not: as many as a trace has of them. */
const partsOf = (rule: unknown): readonly unknown[] => {
  const { rules, rule: only } = (rule ?? {}) as { rules?: readonly unknown[]; rule?: unknown };
  return rules ?? [only];
};

function Asked({ sentence, rule }: { readonly sentence: string; readonly rule: unknown }) {
  const words = useWording();
  if (!isRule(rule) || words.language === 'en') return <Reason text={sentence} />;
  return <bdi>{phraseOf(rule, words)}</bdi>;
}
