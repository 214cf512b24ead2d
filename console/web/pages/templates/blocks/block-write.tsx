// The source of a block beside a template that includes it, shown with the block as it is on the page: where it is
// included, its text is put in place of the include.
import { Grid, Select, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client.ts';
import type { Writing } from '../../../parts/writing/use-draft.ts';
import { useMay } from '../../../session/session.ts';
import { ProblemList } from '../editor/problem-list.tsx';
import { type Placed, problemsOf } from '../editor/problems.ts';
import { blockInclude } from '../insert/inserts.ts';
import { useIncluding } from '../library/use-including.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { type Reader, usePreview } from '../preview/use-preview.ts';
import { languageOf, own, type Source } from '../template.ts';
import type { TextHandle } from '../text/source-text.tsx';

const SourceText = lazy(() => import('../text/source-text.tsx'));

interface BlockWriteParts {
  readonly id: string;
  readonly writing: Writing<Schemas['getBlocksIdAnswer']['source']>;
}

export function BlockWrite({ id, writing }: BlockWriteParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const handle = useRef<TextHandle>(undefined);
  // Its lines are told as "line 2 of block footer".
  const problems = problemsOf(writing.error).map((one) => inBlock(one, id));
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <Stack gap="sm">
          <Suspense fallback={<Skeleton h={420} aria-busy="true" />}>
            <SourceText
              label={t('Source: MJML with Liquid')}
              text={writing.source.mjml}
              onChange={(mjml) => writing.change({ mjml })}
              onFocus={() => undefined}
              problems={problems}
              isReadOnly={!isMarketer}
              handle={handle}
            />
          </Suspense>
          <ProblemList problems={problems} goTo={({ line = 1 }) => handle.current?.goTo(line)} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        {isMarketer && <ShownIn id={id} mjml={writing.source.mjml} />}
      </Grid.Col>
    </Grid>
  );
}

function inBlock(problem: Placed, id: string): Placed {
  const line = new RegExp(`line[ :](\\d+) of block ${id}\\b`).exec(problem.message)?.[1];
  return { ...problem, variant: own, ...(line !== undefined && { line: Number(line) }) };
}

interface ShownInParts {
  readonly id: string;
  readonly mjml: string;
}

function ShownIn({ id, mjml }: ShownInParts) {
  const { t } = useTranslation();
  const templates = useIncluding()(id);
  const [chosen, setChosen] = useState<string | null>(null);
  const name = chosen ?? templates[0];
  const { data } = api.useQuery(
    'get',
    '/api/templates/{id}',
    { params: { path: { id: name ?? '' } } },
    { enabled: name !== undefined },
  );
  if (!name)
    return <Text size="sm">{t('Where a template includes it, a preview stands here.')}</Text>;
  return (
    <Stack gap="sm">
      <Select
        label={t('Shown in')}
        data={templates}
        value={name}
        allowDeselect={false}
        maw={320}
        onChange={setChosen}
      />
      {data && <Drawn key={name} source={withBlock(data.source, id, mjml)} of={data.source} />}
    </Stack>
  );
}

const withBlock = (source: Source, id: string, mjml: string): Source => {
  const put = (text: string) => text.replaceAll(blockInclude(id), () => mjml);
  const variants = Object.entries(source.variants ?? {}).map(([tag, said]) => [
    tag,
    { ...said, mjml: put(said.mjml) },
  ]);
  return {
    ...source,
    mjml: put(source.mjml),
    ...(variants.length > 0 && { variants: Object.fromEntries(variants) }),
  };
};

function Drawn({ source, of }: { readonly source: Source; readonly of: Source }) {
  const [reader, setReader] = useState<Reader>({});
  const preview = usePreview(source, languageOf(of), reader);
  return (
    <>
      <ProblemList problems={preview.problems} goTo={() => undefined} />
      <PreviewPane {...{ preview, template: source, reader, setReader }} />
    </>
  );
}
