// What an import is told besides its rows: columns, what the people agreed to, where they are put. Tried out first.
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Select,
  Stack,
  TagsInput,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useNames } from '../use-names.ts';
import { ColumnTable } from './column-table.tsx';
import { Consent, consentOf, noConsent } from './consent.tsx';
import { type Column, type Encoding, type Inspected, inspect } from './inspect.ts';
import { measure } from './upload.ts';
import { beginUpload } from './uploads.ts';

interface Chosen {
  readonly file: File;
  readonly found: Inspected;
}

interface Parts extends Chosen {
  again(chosen: Chosen): void;
}

/* t('treat: contacts') t('treat: unsubscribed') t('treat: cleaned') */
const treats = ['contacts', 'unsubscribed', 'cleaned'] as const;

export function Settings({ file, found, again }: Parts) {
  const { t } = useTranslation();
  const { lists: known } = useNames();
  const [columns, setColumns] = useState<readonly Column[]>(found.columns);
  const [treat, setTreat] = useState(found.treat);
  const [consent, setConsent] = useState(noConsent);
  const [lists, setLists] = useState<string[]>([]);
  const [tags, setTags] = useState<string[]>([]);
  const isDated = columns.some(({ to }) => to === 'consent_at');
  const put = {
    ...(lists.length > 0 && { lists }),
    ...(tags.length > 0 && { tags }),
    ...(treat === 'contacts' && consentOf(consent)),
  };
  return (
    <Stack gap="lg">
      <Reading file={file} found={found} again={again} />
      {found.warnings.map((warning) => (
        <Alert key={warning} color="yellow" title={t('Look at this first')}>
          {warning}
        </Alert>
      ))}
      <Title order={2} size="h4">
        {t('Where the columns go')}
      </Title>
      <ColumnTable {...{ columns, setColumns }} preview={found.preview} />
      <Group align="flex-start" gap="md">
        <Select
          flex="1 1 16rem"
          label={t('The people in it are')}
          data={treats.map((value) => ({ value, label: t(`treat: ${value}`) }))}
          value={treat}
          onChange={(chosen) => setTreat((chosen ?? 'contacts') as typeof treat)}
          allowDeselect={false}
        />
        <MultiSelect
          flex="1 1 16rem"
          label={t('Put all of them on')}
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={lists}
          onChange={setLists}
          searchable
        />
        <TagsInput flex="1 1 16rem" label={t('Tag all of them')} value={tags} onChange={setTags} />
      </Group>
      {treat === 'contacts' && <Consent {...{ isDated }} value={consent} set={setConsent} />}
      <Begin {...{ file, found, settings: { columns: [...columns], treat, ...put } }} />
    </Stack>
  );
}

/** Which encoding is right shows in the letters of the preview. */
function Reading({ file, found, again }: Parts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const read = useAct({
    run: async (encoding: Encoding) => ({
      file,
      found: { ...(await inspect(file, encoding)), encodings: found.encodings },
    }),
    changes: [],
    after: again,
  });
  return (
    <Group align="flex-end">
      <Text flex="1 1 14rem">
        {file.name}, {t('{{size}} KB', { size: number(Math.ceil(file.size / 1_024)) })}
        {found.product !== 'generic' &&
          ` · ${t('an export of {{product}}', { product: found.product })}`}
      </Text>
      {found.encodings.length > 1 && (
        <Select
          label={t('Encoding')}
          description={t('Choose how the letters below read right')}
          data={[...found.encodings]}
          value={found.encoding}
          onChange={(encoding) => encoding !== null && read.mutate(encoding as Encoding)}
          allowDeselect={false}
        />
      )}
    </Group>
  );
}

type Body = Schemas['postImportsBody'];

interface BeginParts extends Chosen {
  readonly settings: Omit<Body, 'file' | 'dryRun' | 'again'>;
}

function Begin({ file, found, settings }: BeginParts) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { percent } = useFormats();
  const [read, setRead] = useState<number>();
  const begin = useAct({
    run: async (dryRun: boolean) => {
      const measured = await measure(file, found, setRead);
      const body = { ...settings, dryRun, file: measured, again: true };
      return answered(client.POST('/api/imports', { body }));
    },
    after: ({ id }) => {
      beginUpload(id, file, found);
      go(`/contacts/import/${id}`);
    },
  });
  return (
    <Group>
      <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate(true)}>
        {t('Try it out first')}
      </Button>
      <Button loading={begin.isPending} onClick={() => begin.mutate(false)}>
        {t('Import')}
      </Button>
      <Text size="sm" role="status">
        {begin.isPending && read !== undefined
          ? t('{{share}} of the file read', { share: percent(read) })
          : t('Trying it out tells what would become of every row, and changes nothing.')}
      </Text>
    </Group>
  );
}
