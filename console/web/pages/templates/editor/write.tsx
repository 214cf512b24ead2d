// Source and preview, side by side, in the language that is open.
import { Grid, Group, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Writing } from '../../../parts/writing/use-draft.ts';
import { useMay } from '../../../session/session.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { type Reader, usePreview } from '../preview/use-preview.ts';
import { languageOf, own, type Source, withWording, wordingOf } from '../template.ts';
import type { TextHandle } from '../text/source-text.tsx';
import { LanguageTabs } from './language-tabs.tsx';
import { ProblemList } from './problem-list.tsx';
import { type Placed, problemsOf } from './problems.ts';
import { SendTest } from './send-test.tsx';
import { WordingFields } from './wording-fields.tsx';

export function Write({ writing }: { readonly writing: Writing<Source> }) {
  const { source, change } = writing;
  const isMarketer = useMay('marketer');
  const [shown, setShown] = useState(own);
  const [reader, setReader] = useState<Reader>({});
  const handle = useRef<TextHandle>(undefined);
  // A variant may be gone when somebody takes back what was written.
  const variant = shown !== own && source.variants?.[shown] ? shown : own;
  const language = variant === own ? languageOf(source) : variant;
  const preview = usePreview(source, language, reader);
  const refused = problemsOf(writing.error);
  const problems = refused.length > 0 ? refused : preview.problems;
  const goTo = (problem: Placed) => {
    setShown(problem.variant);
    // The text of another language is there a moment later.
    setTimeout(
      () => handle.current?.goTo(problem.line ?? 1),
      problem.variant === variant ? 0 : 100,
    );
  };
  return (
    <Stack>
      <Group justify="space-between">
        <LanguageTabs {...{ source, open: variant, show: setShown, change }} />
        {isMarketer && <SendTest {...{ template: source, language, reader }} />}
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Stack gap="sm">
            <WordingFields
              wording={wordingOf(source, variant)}
              language={language}
              change={(wording) => change(withWording(source, variant, wording))}
              problems={problems.filter((one) => one.variant === variant)}
              source={handle}
            />
            <ProblemList problems={problems} goTo={goTo} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          {isMarketer ? (
            <PreviewPane {...{ preview, template: source, reader, setReader }} />
          ) : (
            <NoPreview />
          )}
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function NoPreview() {
  const { t } = useTranslation();
  return <Text size="sm">{t('Marketers see a preview here.')}</Text>;
}
