// Contacts as a file: read part by part, and put together here; the audit keeps who took it.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { saveFile } from './save-file.ts';

interface Chosen {
  readonly segment: string | undefined;
  readonly list: string | undefined;
}

type Format = 'csv' | 'jsonl';

async function parts(format: Format, group: Chosen): Promise<Blob> {
  const texts: Blob[] = [];
  let next: string | undefined;
  do {
    const { response, data } = await client.GET('/api/exports/contacts', {
      params: { query: { format, ...group, next, limit: 2_000 } },
      parseAs: 'blob',
    });
    texts.push(data as unknown as Blob);
    next = response.headers.get('x-next') ?? undefined;
  } while (next !== undefined);
  return new Blob(texts, { type: 'application/octet-stream' });
}

export function ExportButton({ group }: { readonly group: Chosen }) {
  const { t } = useTranslation();
  const take = useAct({
    run: async (format: Format) => saveFile(await parts(format, group), `contacts.${format}`),
    done: t('The file is in your downloads. The audit log keeps that you took it.'),
    changes: [],
  });
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          loading={take.isPending}
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('Export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => take.mutate('csv')}>{t('For a spreadsheet (CSV)')}</Menu.Item>
        <Menu.Item onClick={() => take.mutate('jsonl')}>{t('For programs (JSON Lines)')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
