// How far an import is, and what became of its rows. It may be left at any time, and come back to.
import {
  Alert,
  Button,
  FileInput,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { Told } from '../../../parts/explain.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { saveFile } from '../acts/save-file.ts';
import { asCsv } from './as-csv.ts';
import { inspect } from './inspect.ts';
import { resultsFile } from './results-file.ts';
import { triedAs } from './tried.ts';
import { measure } from './upload.ts';
import { beginUpload, useUpload } from './uploads.ts';
import { useBegin } from './use-begin.ts';

type Imported = Schemas['getImportsIdAnswer'];

export function ImportedPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = api.useQuery(
    'get',
    '/api/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false) },
  );
  const title = found.data?.dryRun ? t('Trying out an import') : t('Import');
  return (
    <Page
      title={title}
      back={{ to: '/contacts/import', label: t('Import contacts') }}
      about={found.data?.file.name}
    >
      {found.isPending && <Waiting rows={3} />}
      {found.error && <Failure error={found.error} again={found.refetch} />}
      {found.data && <Standing imported={found.data} />}
    </Page>
  );
}

interface Parts {
  readonly imported: Imported;
}

function Standing({ imported }: Parts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { state, because, parts, partsDone, rows, dryRun } = imported;
  return (
    <Stack gap="lg">
      <Paper withBorder radius="lg" p="lg">
        <Stack gap="sm">
          <Group justify="space-between">
            <StateBadge state={state} />
            <Text role="status">{t('Rows worked off: {{rows}}', { rows: number(rows) })}</Text>
          </Group>
          <Progress.Root size="lg">
            <Progress.Section value={(100 * partsDone) / parts} aria-label={t('How far it is')} />
          </Progress.Root>
          {because !== undefined && <Text>{because}</Text>}
          {state === 'running' && (
            <Text size="sm">
              {t(
                'You may look at other pages meanwhile, and come back here. Keep this window open until the file is sent.',
              )}
            </Text>
          )}
          <Sending imported={imported} />
        </Stack>
      </Paper>
      {dryRun && state === 'done' && <Tried id={imported.id} />}
      <Results imported={imported} />
    </Stack>
  );
}

function Tried({ id }: Pick<Imported, 'id'>) {
  const { t } = useTranslation();
  const begin = useBegin(() => {});
  const ready = triedAs(id);
  if (!ready)
    return (
      <Alert title={t('Nothing was changed')}>
        {t('This is what would become of the rows. Go back, choose the file again and import it.')}
      </Alert>
    );
  return (
    <Alert title={t('Nothing was changed')}>
      <Text size="sm" mb="md">
        {t('This is what would become of the rows.')}
      </Text>
      <Group>
        <Button loading={begin.isPending} onClick={() => begin.mutate({ ready, dryRun: false })}>
          {t('Import it now')}
        </Button>
        <Button variant="default" component={Link} to="/contacts/import">
          {t('Change something first')}
        </Button>
      </Group>
    </Alert>
  );
}

/** After a reload the browser holds the file no more. */
function Sending({ imported: { id, state, parts, partsDone, file } }: Parts) {
  const { t } = useTranslation();
  const upload = useUpload(id);
  const go = useAct({
    run: async (given: File) => {
      const chosen = await asCsv(given);
      const found = await inspect(chosen);
      const { hash } = await measure(chosen, found, () => {});
      if (hash !== file.hash)
        throw new Told(t('This is another file than the one that was begun with.'));
      beginUpload(id, chosen, found);
    },
  });
  const failed = typeof upload === 'object' ? upload.failed : go.error;
  const isLeft =
    upload !== 'sending' && upload !== 'sent' && state === 'running' && partsDone < parts;
  return (
    <>
      {failed !== undefined && failed !== null && <Failure error={failed} />}
      {isLeft && (
        <FileInput
          label={t(
            'Is it not going on? Choose the same file again: what is missing of it is sent.',
          )}
          placeholder={t('Choose a file')}
          disabled={go.isPending}
          onChange={(chosen) => chosen && go.mutate(chosen)}
        />
      )}
    </>
  );
}

const results = ['created', 'updated', 'unchanged', 'rejected'] as const;

/* t('result: created') t('result: updated') t('result: unchanged') t('result: rejected') */
function Results({ imported: { id, results: counted } }: Parts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const take = useAct({
    run: async (only?: 'rejected') =>
      saveFile(await resultsFile(id, only), `${only ?? 'rows'}.csv`),
    changes: [],
  });
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {results.map((name) => (
          <Paper key={name} withBorder radius="lg" p="lg">
            <Text size="sm">{t(`result: ${name}`)}</Text>
            <Text fw={650} size="xl">
              {number(counted[name] ?? 0)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group>
        {(counted.rejected ?? 0) > 0 && (
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={take.isPending}
            onClick={() => take.mutate('rejected')}
          >
            {t('Download the rejected rows')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate(undefined)}
        >
          {t('Download what became of every row')}
        </Button>
      </Group>
    </>
  );
}
