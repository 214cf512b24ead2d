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
import { useAct } from '../../../api/use-act.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useNames } from '../use-names.ts';
import { ColumnTable } from './column-table.tsx';
import { Consent, consentOf, lacksDay, noConsent } from './consent.tsx';
import { type Encoding, inspect } from './inspect.ts';
import type { Chosen, Given, Ready } from './tried.ts';
import { useBegin } from './use-begin.ts';

interface Parts extends Chosen {
  again(chosen: Chosen): void;
}

/* t('treat: contacts') t('treat: unsubscribed') t('treat: cleaned') */
const treats = ['contacts', 'unsubscribed', 'cleaned'] as const;

export function Settings({ file, found, given: before, again }: Parts) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>(before ?? givenBy(found));
  const set = (some: Partial<Given>) => setGiven((told) => ({ ...told, ...some }));
  const { columns, treat, consent } = given;
  // In other letters its columns have other names; all else stays as it was said.
  const readAgain = (chosen: Chosen) =>
    again({ ...chosen, given: { ...given, columns: chosen.found.columns } });
  const isDated = columns.some(({ to }) => to === 'consent_at');
  return (
    <Stack gap="lg">
      <Reading file={file} found={found} again={readAgain} />
      {found.warnings.map((warning) => (
        <Alert key={warning} color="yellow" title={t('Look at this first')}>
          {warning}
        </Alert>
      ))}
      <Title order={2} size="h4">
        {t('Where the columns go')}
      </Title>
      <ColumnTable
        columns={columns}
        setColumns={(to) => set({ columns: to })}
        preview={found.preview}
      />
      <Whose given={given} set={set} />
      {treat === 'contacts' && (
        <Consent isDated={isDated} value={consent} set={(to) => set({ consent: to })} />
      )}
      <Begin
        ready={{ file, found, given, settings: settingsOf(given) }}
        isHeld={treat === 'contacts' && lacksDay(consent, isDated)}
      />
    </Stack>
  );
}

interface WhoseParts {
  readonly given: Given;
  set(some: Partial<Given>): void;
}

/** What all of them have in common. */
function Whose({ given: { treat, lists, tags }, set }: WhoseParts) {
  const { t } = useTranslation();
  const { lists: known } = useNames();
  return (
    <Group align="flex-start" gap="md">
      <Select
        flex="1 1 16rem"
        label={t('The people in it are')}
        data={treats.map((value) => ({ value, label: t(`treat: ${value}`) }))}
        value={treat}
        onChange={(chosen) => set({ treat: (chosen ?? 'contacts') as typeof treat })}
        allowDeselect={false}
      />
      <MultiSelect
        flex="1 1 16rem"
        label={t('Put all of them on')}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...lists]}
        onChange={(to) => set({ lists: to })}
        searchable
      />
      <TagsInput
        flex="1 1 16rem"
        label={t('Tag all of them')}
        value={[...tags]}
        onChange={(to) => set({ tags: to })}
      />
    </Group>
  );
}

const givenBy = ({ columns, treat }: Chosen['found']): Given => ({
  ...{ columns, treat, consent: noConsent },
  ...{ lists: [], tags: [] },
});

const settingsOf = ({ columns, treat, consent, lists, tags }: Given): Ready['settings'] => ({
  ...{ columns: [...columns], treat },
  ...(lists.length > 0 && { lists: [...lists] }),
  ...(tags.length > 0 && { tags: [...tags] }),
  ...(treat === 'contacts' && consentOf(consent)),
});

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

interface BeginParts {
  readonly ready: Ready;
  /** Something that was begun to be said is not complete. */
  readonly isHeld: boolean;
}

function Begin({ ready, isHeld }: BeginParts) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const [read, setRead] = useState<number>();
  const begin = useBegin(setRead);
  return (
    <Group>
      <Button
        variant="default"
        loading={begin.isPending}
        disabled={isHeld}
        onClick={() => begin.mutate({ ready, dryRun: true })}
      >
        {t('Try it out first')}
      </Button>
      <Button
        loading={begin.isPending}
        disabled={isHeld}
        onClick={() => begin.mutate({ ready, dryRun: false })}
      >
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
