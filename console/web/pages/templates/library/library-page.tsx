// The library: templates that campaigns send, and the blocks that templates share.
import { Button, Modal, Tabs, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../../parts/page.tsx';
import { useMay } from '../../../session/session.ts';
import { Blocks } from './blocks.tsx';
import { NewForm, type ShelfName } from './new-form.tsx';
import { Templates } from './templates.tsx';

/** What is to be made: a copy, or something blank. */
interface Making {
  readonly from?: string;
}

export function LibraryPage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const shelf: ShelfName = query.get('shelf') === 'blocks' ? 'blocks' : 'templates';
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState<Making>();
  const title = shelf === 'templates' ? t('New template') : t('New block');
  const isMarketer = useMay('marketer');
  const list = {
    search: search.trim().toLowerCase(),
    copy: (from: string) => setMaking({ from }),
    begin: () => setMaking({}),
  };
  return (
    <Page
      title={t('Templates')}
      about={t(
        'What mails look like and say, in every language. Campaigns send them by their name.',
      )}
      actions={
        isMarketer && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking({})}>
            {title}
          </Button>
        )
      }
    >
      <TextInput
        aria-label={t('Search')}
        placeholder={t('Name or subject')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={360}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Tabs
        value={shelf}
        onChange={(to) => setQuery(to === 'blocks' ? { shelf: to } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="templates">{t('Templates')}</Tabs.Tab>
          <Tabs.Tab value="blocks">{t('Blocks')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="templates">
          <Templates {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="blocks">
          <Blocks {...list} />
        </Tabs.Panel>
      </Tabs>
      <Modal
        opened={making !== undefined}
        onClose={() => setMaking(undefined)}
        title={title}
        centered
      >
        <NewForm shelf={shelf} from={making?.from} />
      </Modal>
    </Page>
  );
}
