// Moving those inside older versions to the live one, on purpose: first who would land where.
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useCount } from '../state/use-count.ts';

export function MoveButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        {t('Move people to the live version')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('Move everybody to the live version?')}
        size="lg"
      >
        <Landing id={id} close={close} />
      </Modal>
    </>
  );
}

function Landing({ id, close }: { readonly id: string; close(): void }) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const counted = useCount(`move ${id}`, () =>
    answered(client.POST('/api/campaigns/{id}/move/preview', { params, body: {} })),
  );
  const move = useAct({
    run: () => answered(client.POST('/api/campaigns/{id}/move', { params, body: {} })),
    done: t('They are being moved; it takes a few minutes.'),
    changes: [['/api/campaigns'], ['count']],
  });
  return (
    <Stack>
      <Text size="sm">
        {t(
          'Everybody goes on at the same step of the live version. Whoever stands at a step that is not there any more leaves the campaign.',
        )}
      </Text>
      {counted.isDone ? (
        <Places places={counted.places ?? []} />
      ) : (
        <Text size="sm">{t('Counting who is inside…')}</Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button
          loading={move.isPending}
          disabled={!counted.isDone || counted.places?.length === 0}
          onClick={() => move.mutateAsync().then(close, () => undefined)}
        >
          {t('Move')}
        </Button>
      </Group>
    </Stack>
  );
}

function Places({
  places,
}: {
  readonly places: NonNullable<ReturnType<typeof useCount>['places']>;
}) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (places.length === 0) return <Text size="sm">{t('Nobody is inside an older version.')}</Text>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Version')}</Table.Th>
          <Table.Th>{t('From step')}</Table.Th>
          <Table.Th>{t('To step')}</Table.Th>
          <Table.Th ta="end">{t('People')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {places.map(({ version, step, lands, people }) => (
          <Table.Tr key={`${version} ${step}`}>
            <Table.Td>{number(version)}</Table.Td>
            <Table.Td>{step}</Table.Td>
            <Table.Td>{lands ?? t('leaves the campaign')}</Table.Td>
            <Table.Td ta="end">{number(people)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
