// What an owner may set of a source, as its kind declares it.
import { Button, Group, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Schema } from '../../../parts/form/schema.ts';
import { SchemaFields } from '../../../parts/form/schema-fields.tsx';
import type { Kind } from '../source.ts';
import { type Hook, Section } from './hook-page.tsx';

type Settings = NonNullable<Hook['settings']>;

/* Names of settings: t('Email') t('User') t('Completed on') t('Orders') t('Consent') t('Consent version') t('Traits')
   t('Event') t('Names') t('Origins') t('Redirect to') t('Fill seconds') t('Per address') t('Phone country')
   t('create') t('paid') t('checkout') t('payment') */
export function HookSettings({ hook, kind }: { readonly hook: Hook; readonly kind: Kind }) {
  const { t } = useTranslation();
  const { name } = hook;
  const [settings, setSettings] = useState<Settings>(hook.settings ?? {});
  const save = useAct({
    run: () =>
      client.PUT('/api/sources/{name}', {
        params: { path: { name } },
        body: { kind: hook.kind, settings },
      }),
    done: t('Saved. The door knows within half a minute.'),
  });
  const schema = kind.settings as Schema;
  if (Object.keys(schema.properties ?? {}).length === 0) return null;
  return (
    <Section title={t('Settings')}>
      <Paper withBorder radius="lg" p="lg" maw={640}>
        <Stack>
          <SchemaFields
            schema={schema}
            value={settings}
            onChange={(changed) => setSettings(changed as Settings)}
          />
          <Group justify="flex-end">
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
              {t('Save the settings')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Section>
  );
}
