// Saves what is written as the next version; where nothing is changed there is nothing to save.
import { Button, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../parts/writing/use-draft.ts';
import { useMay } from '../../../session/session.ts';

export function SaveButton({ writing }: { readonly writing: Standing }) {
  const { t } = useTranslation();
  if (!useMay('marketer')) return null;
  return (
    <>
      {writing.isChanged && (
        <Text size="sm" role="status">
          {t('Not saved yet')}
        </Text>
      )}
      <Button
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={writing.save}
        loading={writing.isSaving}
        disabled={!writing.isChanged || writing.newer !== undefined}
      >
        {t('Save')}
      </Button>
    </>
  );
}
