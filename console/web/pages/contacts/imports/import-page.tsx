// Bringing contacts in from a file: choose it, see where its columns go, say what they agreed to, and begin.
import { FileInput, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/use-act.ts';
import { explain } from '../../../parts/explain.ts';
import { Page } from '../../../parts/page.tsx';
import { asCsv } from './as-csv.ts';
import { Former } from './former.tsx';
import { HowItGoes } from './how-it-goes.tsx';
import { inspect } from './inspect.ts';
import { Settings } from './settings.tsx';
import { type Chosen, forget, lastChosen } from './tried.ts';

export function ImportPage() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(lastChosen);
  const look = useAct({
    run: async (given: File): Promise<Chosen> => {
      const file = await asCsv(given);
      return { file, found: await inspect(file) };
    },
    changes: [],
    after: setChosen,
    isShown: true,
  });
  return (
    <Page
      title={t('Import contacts')}
      about={t(
        'From HubSpot, Mailchimp, a shop or a spreadsheet: any CSV with a header. It stays on your machine until you have seen where everything goes.',
      )}
      back={{ to: '/contacts', label: t('Contacts') }}
    >
      <FileField
        value={chosen?.file ?? null}
        look={look}
        onClear={() => {
          forget();
          setChosen(undefined);
        }}
      />
      {look.isPending && <Text role="status">{t('Looking at the file…')}</Text>}
      {chosen ? (
        <Settings
          key={`${chosen.file.name} ${chosen.file.lastModified} ${chosen.found.encoding}`}
          {...chosen}
          again={setChosen}
        />
      ) : (
        <>
          <HowItGoes />
          <Former />
        </>
      )}
    </Page>
  );
}

interface FieldProps {
  readonly value: File | null;
  readonly look: { isPending: boolean; error: Error | null; mutate: (file: File) => void };
  readonly onClear: () => void;
}

function FileField({ value, look, onClear }: FieldProps) {
  const { t } = useTranslation();
  return (
    <FileInput
      label={t('File')}
      description={t('CSV in any encoding, or vCards')}
      placeholder={t('Choose a file')}
      leftSection={<IconFileUpload size={18} aria-hidden />}
      accept=".csv,.tsv,.txt,text/csv,.vcf,.vcard,text/vcard"
      maw={480}
      disabled={look.isPending}
      error={look.error && explain(look.error, t).message}
      value={value}
      clearable
      clearButtonProps={{ 'aria-label': t('Clear') }}
      onChange={(file) => {
        onClear();
        if (file) look.mutate(file);
      }}
    />
  );
}
