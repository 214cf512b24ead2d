// A form of settings: fields one below the other, and one button that saves them.
import { Button, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedRest } from '../../parts/form/refused-rest.tsx';
import { useMay } from '../../session/session.ts';

interface SettingsFormParts {
  readonly children: ReactNode;
  readonly isSaving: boolean;
  /** What the last saving was refused for, where no field says it. */
  readonly refused?: string | undefined;
  save(): void;
}

export function SettingsForm({ children, isSaving, refused, save }: SettingsFormParts) {
  const { t } = useTranslation();
  const may = useMay('administrator');
  return (
    <Paper
      withBorder
      radius="lg"
      p="lg"
      maw={720}
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {/* What the API would refuse cannot be filled in. */}
      <fieldset disabled={!may} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md">
          {children}
          <RefusedRest rest={refused} />
          {may && (
            <Group justify="flex-end">
              <Button type="submit" loading={isSaving}>
                {t('Save')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </Paper>
  );
}
