// One block: its source, and how a template that includes it would look with it.
import { Anchor, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { Unsaved } from '../../../parts/writing/unsaved.tsx';
import { useDraft } from '../../../parts/writing/use-draft.ts';
import { SaveButton } from '../editor/save-button.tsx';
import { useIncluding } from '../library/use-including.ts';
import { apart } from '../template.ts';
import { Versions } from '../versions/versions.tsx';
import { BlockWrite } from './block-write.tsx';

type Block = Schemas['getBlocksIdAnswer'];

export function BlockPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = api.useQuery('get', '/api/blocks/{id}', {
    params: { path: { id } },
  });
  if (data) return <Opened key={id} block={data} />;
  return (
    <Page title={id} back={{ to: '/templates?shelf=blocks', label: t('Blocks') }}>
      {error ? <Failure error={error} again={refetch} /> : <Waiting />}
    </Page>
  );
}

const put = (id: string) => (body: Block['source'], onTop: number) =>
  answered(
    client.PUT('/api/blocks/{id}', {
      params: { path: { id }, header: { 'if-match': `"${onTop}"` } },
      body,
    }),
  );

function Opened({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const { id, version, by, at } = block;
  const writing = useDraft<Block['source']>({ key: `blocks/${id}`, read: block, put: put(id) });
  const open = query.get('tab') === 'versions' ? 'versions' : 'write';
  return (
    <Page
      title={id}
      back={{ to: '/templates?shelf=blocks', label: t('Blocks') }}
      about={
        <>
          {t('Version {{version}}, by {{by}}', { version, by: apart(by) })} · <Moment at={at} />
        </>
      }
      actions={<SaveButton writing={writing} />}
    >
      <Unsaved {...writing} />
      <IncludedBy id={id} />
      <Tabs
        value={open}
        onChange={(tab) => setQuery(tab === 'versions' ? { tab } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="write">{t('Write')}</Tabs.Tab>
          <Tabs.Tab value="versions">{t('Versions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write">
          <BlockWrite id={id} writing={writing} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions shelf="blocks" kept={block} isChanged={writing.isChanged} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function IncludedBy({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const templates = useIncluding()(id);
  if (templates.length === 0) return <Text size="sm">{t('No template includes it.')}</Text>;
  return (
    <Text size="sm">
      {t('Included by')}{' '}
      {templates.map((one, at) => (
        <span key={one}>
          {at > 0 && ', '}
          <Anchor component={Link} to={`/templates/${one}`} underline="always">
            {one}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
