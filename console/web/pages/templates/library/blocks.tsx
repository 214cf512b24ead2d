// The blocks that templates include.
import { Anchor, Button, Text } from '@mantine/core';
import { IconPuzzle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { RowActs } from './row-acts.tsx';
import { Changed, type ShelfParts } from './templates.tsx';
import { useIncluding } from './use-including.ts';

type Line = Schemas['getBlocksAnswer']['items'][number];

export function Blocks({ search, copy, begin }: ShelfParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const including = useIncluding();
  const paged = usePaged(['/api/blocks'], (next) =>
    answered(client.GET('/api/blocks', { params: { query: { next, limit: 500 } } })),
  );
  return (
    <PagedTable<Line>
      label={t('Blocks')}
      paged={{ ...paged, rows: paged.rows.filter(({ id }) => id.includes(search)) }}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('Name'),
          show: ({ id }) => (
            <Anchor component={Link} to={`/templates/blocks/${id}`} fw={600}>
              {id}
            </Anchor>
          ),
        },
        {
          label: t('Included by'),
          show: ({ id }) => t('{{count}} templates', { count: including(id).length }),
        },
        { label: t('Changed'), show: (line) => <Changed line={line} /> },
        ...(isMarketer
          ? [
              {
                label: t('Actions'),
                show: ({ id }: Line) => <RowActs shelf="blocks" id={id} copy={copy} />,
              },
            ]
          : []),
      ]}
      empty={
        search === '' ? (
          <Empty
            icon={<IconPuzzle aria-hidden />}
            title={t('No block yet')}
            action={isMarketer && <Button onClick={begin}>{t('New block')}</Button>}
          >
            {t(
              'What many mails share, such as header and footer, is written once as a block and included by its name.',
            )}
          </Empty>
        ) : (
          <Text>{t('Nothing here is called so.')}</Text>
        )
      }
    />
  );
}
