// Two texts, told apart: lines that went have a minus, lines that came a plus, so that color alone says nothing.
import { Box, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differenceOf, type Line } from './line-difference.ts';

const looks = {
  same: { sign: '', said: '', ground: 'transparent' },
  removed: { sign: '−', said: 'Removed:', ground: 'light-dark(#fdecea, #4a1f1c)' },
  added: { sign: '+', said: 'Added:', ground: 'light-dark(#e4f5ec, #17402f)' },
} as const;

interface DifferenceParts {
  /** What the texts are. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const Difference = ({ label, before, after }: DifferenceParts) => (
  <Box
    role="region"
    aria-label={label}
    tabIndex={0}
    dir="ltr"
    ff="monospace"
    fz={13}
    style={{ overflow: 'auto', maxHeight: 480 }}
  >
    {differenceOf(before, after).map((line) => (
      <Shown key={line.at} line={line} />
    ))}
  </Box>
);

/* t('Removed:') t('Added:') */
function Shown({ line: { kind, text } }: { readonly line: Line }) {
  const { t } = useTranslation();
  if (kind === 'folded')
    return (
      <Text size="xs" px="sm" py={4} ff="text" dir="auto">
        {t('{{count}} lines that are the same', { count: Number(text) })}
      </Text>
    );
  const { sign, ground } = looks[kind];
  return (
    <div style={{ display: 'flex', background: ground, paddingInline: 8 }}>
      <span aria-hidden style={{ flex: '0 0 1.5em', userSelect: 'none' }}>
        {sign}
      </span>
      {kind !== 'same' && <VisuallyHidden>{t(looks[kind].said)}</VisuallyHidden>}
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' }}>
        {text}
      </span>
    </div>
  );
}
