// One template: written beside its preview, its settings, its versions. What is changed is saved when somebody says so.
import { Badge, Group, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { Unsaved } from '../../../parts/writing/unsaved.tsx';
import { useDraft } from '../../../parts/writing/use-draft.ts';
import { apart, kinds, type Source, type Template } from '../template.ts';
import { Versions } from '../versions/versions.tsx';
import { SaveButton } from './save-button.tsx';
import { Settings } from './settings.tsx';
import { Write } from './write.tsx';

export function TemplatePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = api.useQuery('get', '/api/templates/{id}', {
    params: { path: { id } },
  });
  if (data) return <Opened key={id} template={data} />;
  return (
    <Page title={id} back={{ to: '/templates', label: t('Templates') }}>
      {error ? <Failure error={error} again={refetch} /> : <Waiting />}
    </Page>
  );
}

const put = (id: string) => (body: Source, onTop: number) =>
  answered(
    client.PUT('/api/templates/{id}', {
      params: { path: { id }, header: { 'if-match': `"${onTop}"` } },
      body,
    }),
  );

const tabs = ['write', 'settings', 'versions'] as const;

function Opened({ template }: { readonly template: Template }) {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const { id } = template;
  const writing = useDraft<Source>({ key: `templates/${id}`, read: template, put: put(id) });
  const open = tabs.find((tab) => tab === query.get('tab')) ?? 'write';
  return (
    <Page
      title={id}
      back={{ to: '/templates', label: t('Templates') }}
      about={<Standing template={template} kind={writing.source.kind} />}
      actions={<SaveButton writing={writing} />}
    >
      <Unsaved {...writing} />
      <Tabs value={open} onChange={(tab) => setQuery(tab === 'write' ? {} : { tab: tab ?? '' })}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="write">{t('Write')}</Tabs.Tab>
          <Tabs.Tab value="settings">{t('Settings of the template')}</Tabs.Tab>
          <Tabs.Tab value="versions">{t('Versions')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write">{open === 'write' && <Write writing={writing} />}</Tabs.Panel>
        <Tabs.Panel value="settings">
          <Settings source={writing.source} change={writing.change} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          {open === 'versions' && (
            <Versions shelf="templates" kept={template} isChanged={writing.isChanged} />
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Standing({
  template,
  kind,
}: {
  readonly template: Template;
  readonly kind: Source['kind'];
}) {
  const { t } = useTranslation();
  const { version, by, at } = template;
  return (
    <Group gap="xs" component="span">
      <Badge component="span" variant="light" tt="none">
        {t(kinds[kind])}
      </Badge>
      <Text component="span" size="sm">
        {t('Version {{version}}, by {{by}}', { version, by: apart(by) })} · <Moment at={at} />
      </Text>
    </Group>
  );
}
