// What to do at the sender, step by step, with the address filled in and ready to copy.
import { List, Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Copied } from '../../../parts/copied.tsx';
import { setup } from '../../../parts/said/phrases/setup.ts';
import type { Kind } from '../source.ts';

const isKnown = (step: string) => (setup as readonly string[]).includes(step);

interface StepsParts {
  readonly name: string;
  readonly kind: Kind;
  readonly host: string;
}

export function Steps({ name, kind, host }: StepsParts) {
  const { t } = useTranslation();
  const address = `${host}/hooks/${name}`;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack gap="lg">
        <Copied label={t('Address')} text={address} />
        <List type="ordered" spacing="sm">
          {kind.steps.map((step) => (
            <List.Item key={step} lang={isKnown(step) ? undefined : 'en'} dir="auto">
              {t(step).replaceAll('{address}', address)}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
