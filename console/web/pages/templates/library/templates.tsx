// The templates of the library, as a table that is narrowed while somebody types.
import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { plainSubject } from '../../../parts/plain-subject.ts';
import { useMay } from '../../../session/session.ts';
import { apart, kinds } from '../template.ts';
import { RowActs } from './row-acts.tsx';

type Line = Schemas['getTemplatesAnswer']['items'][number];

export interface ShelfParts {
  /** In small letters; empty for all. */
  readonly search: string;
  copy(id: string): void;
  begin(): void;
}

export function Templates({ search, copy, begin }: ShelfParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const paged = usePaged(['/api/templates'], (next) =>
    answered(client.GET('/api/templates', { params: { query: { next, limit: 500 } } })),
  );
  const rows = paged.rows.filter(({ id, subject }) =>
    `${id} ${subject}`.toLowerCase().includes(search),
  );
  return (
    <PagedTable<Line>
      label={t('Templates')}
      paged={{ ...paged, rows }}
      keyOf={({ id }) => id}
      columns={[
        { label: t('Name'), show: (line) => <Name line={line} /> },
        { label: t('Kind'), show: ({ kind }) => t(kinds[kind]) },
        { label: t('Languages'), show: ({ languages }) => <Languages languages={languages} /> },
        { label: t('Changed'), show: (line) => <Changed line={line} /> },
        ...(isMarketer
          ? [
              {
                label: t('Actions'),
                show: ({ id }: Line) => <RowActs shelf="templates" id={id} copy={copy} />,
              },
            ]
          : []),
      ]}
      empty={
        search === '' ? (
          <Empty
            icon={<IconTemplate aria-hidden />}
            title={t('No template yet')}
            action={isMarketer && <Button onClick={begin}>{t('New template')}</Button>}
          >
            {t(
              'A template is a mail with gaps for what is known of its reader. Ten that ship come in with npm run publish:programs.',
            )}
          </Empty>
        ) : (
          <Text>{t('Nothing here is called so.')}</Text>
        )
      }
    />
  );
}

const Name = ({ line: { id, subject } }: { readonly line: Line }) => (
  <Stack gap={2} maw={280}>
    <Anchor component={Link} to={`/templates/${id}`} fw={600}>
      {id}
    </Anchor>
    <Text size="sm" lineClamp={1} dir="auto">
      {plainSubject(subject)}
    </Text>
  </Stack>
);

const Languages = ({ languages }: Pick<Line, 'languages'>) => (
  <Group gap={4} miw={110}>
    {languages.map((language) => (
      <Badge key={language} variant="light" color="gray" tt="none">
        {language}
      </Badge>
    ))}
  </Group>
);

export function Changed({
  line: { version, by, at },
}: {
  readonly line: Pick<Line, 'version' | 'by' | 'at'>;
}) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      <Moment at={at} />
      <br />
      {t('Version {{version}}, by {{by}}', { version, by: apart(by) })}
    </Text>
  );
}
