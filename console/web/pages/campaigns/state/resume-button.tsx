// Resuming asks what becomes of what fell due while the campaign was paused; first it counts for how many that is.
import { Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { type Count, useCount } from './use-count.ts';

export function ResumeButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('Resume')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('Resume this campaign?')} centered>
        <Question id={id} close={close} />
      </Modal>
    </>
  );
}

type Stale = 'send' | 'skip' | 'space_out';

function Question({ id, close }: { readonly id: string; close(): void }) {
  const { t } = useTranslation();
  const [stale, setStale] = useState<Stale>('send');
  const [hours, setHours] = useState(24);
  const counted = useCount(`resume ${id}`, () =>
    answered(client.POST('/api/campaigns/{id}/resume/preview', { params: { path: { id } } })),
  );
  const resume = useAct({
    run: () =>
      answered(
        client.POST('/api/campaigns/{id}/resume', {
          params: { path: { id } },
          body: stale === 'space_out' ? { stale, over: `${hours || 1} hours` } : { stale },
        }),
      ),
    changes: [['/api/campaigns']],
    done: t('It is live again.'),
  });
  return (
    <Stack>
      <Parked counted={counted} />
      <Radio.Group
        label={t('What becomes of what fell due meanwhile?')}
        value={stale}
        onChange={(to) => setStale(to as Stale)}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="send" label={t('Send it now')} />
          <Radio value="skip" label={t('Skip it, and go on with what comes next')} />
          <Radio value="space_out" label={t('Space it out')} />
        </Stack>
      </Radio.Group>
      {stale === 'space_out' && (
        <NumberInput
          label={t('Over how many hours')}
          min={1}
          max={720}
          value={hours || ''}
          onChange={(to) => setHours(Number(to))}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button
          loading={resume.isPending}
          onClick={() => resume.mutateAsync().then(close, () => undefined)}
        >
          {t('Resume')}
        </Button>
      </Group>
    </Stack>
  );
}

function Parked({ counted }: { readonly counted: Count }) {
  const { t } = useTranslation();
  const { places = [], isDone, error } = counted;
  const people = places.reduce((sum, one) => sum + one.people, 0);
  if (error) return <Text size="sm">{t('Who fell due could not be counted.')}</Text>;
  if (!isDone)
    return (
      <Text size="sm">
        {t('Counting who fell due meanwhile… {{number}} so far', { number: people })}
      </Text>
    );
  return (
    <Text size="sm">{t('{{count}} people fell due while it was paused.', { count: people })}</Text>
  );
}
