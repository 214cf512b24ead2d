// The mail in a frame of its own: as wide as a phone or a desk, made smaller where there is less room. It runs no script,
// sends no form, opens nothing.
import { Box, Paper } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { framed } from './framed.ts';

export const widths = { phone: 375, desktop: 680 } as const;

interface MailFrameParts {
  readonly html: string;
  readonly width: number;
  readonly isDark: boolean;
  readonly isTurned: boolean;
}

const height = 620;

export function MailFrame({ html, width, isDark, isTurned }: MailFrameParts) {
  const { t } = useTranslation();
  const { ref, width: room } = useElementSize();
  const scale = room > 0 ? Math.min(1, room / width) : 1;
  const document = useMemo(() => framed(html, { isDark, isTurned }), [html, isDark, isTurned]);
  return (
    <Box ref={ref} w="100%" h={height} style={{ overflow: 'hidden' }}>
      {/* It is made smaller towards its left corner, whichever way the page runs. */}
      <Paper
        dir="ltr"
        withBorder
        radius="md"
        w={width * scale}
        h={height}
        mx="auto"
        style={{ overflow: 'hidden' }}
      >
        <iframe
          sandbox=""
          srcDoc={document}
          title={t('The mail')}
          style={{
            ...{ width, height: height / scale, border: 0, display: 'block' },
            ...{ transform: `scale(${scale})`, transformOrigin: '0 0' },
          }}
        />
      </Paper>
    </Box>
  );
}
