// Somebody else has saved the same draft meanwhile: whose writing stays is for a person to say.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/use-act.ts';
import { readWritten } from '../use-campaign.ts';
import { differences } from '../versions/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';
import { useTell } from '../versions/use-tell.ts';
import type { Writing } from './use-writing.ts';

export function Conflict({ id, writing }: { readonly id: string; readonly writing: Writing }) {
  const { t } = useTranslation();
  const theirs = useAct({ run: async () => writing.begin(await readWritten(id)), changes: [] });
  const mine = useAct({ run: writing.keepMine, changes: [] });
  const there = useQuery({ queryKey: ['conflict', id], queryFn: () => readWritten(id), gcTime: 0 });
  const tell = useTell();
  const all = there.data ? differences(there.data.campaign, writing.document, tell) : [];
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('Somebody else has changed this draft')}
      centered
    >
      <Stack>
        <Text size="sm">
          {t(
            'Your last changes are only on this page. Take over what the other one wrote, or write yours over it.',
          )}
        </Text>
        {all.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {t('From theirs to yours:')}
            </Text>
            <DifferenceList all={all} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => theirs.mutate()} loading={theirs.isPending}>
            {t('Take theirs')}
          </Button>
          <Button color="red" onClick={() => mine.mutate()} loading={mine.isPending}>
            {t('Keep mine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
