// Where nothing has come in: how to send a first event, to be copied into a terminal.
import { Paper } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { Copied } from '../../../parts/copied.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { track } from '../setup/snippets.ts';

export function FirstCall() {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/source-kinds');
  const host = data?.host ?? location.origin;
  return (
    <>
      <Empty icon={<IconActivity aria-hidden />} title={t('Nothing has come in for a day')}>
        {t(
          'Send a first event with the call below: put a write key where wk_… stands, and it shows here within seconds.',
        )}
      </Empty>
      <Paper withBorder radius="lg" p="lg">
        <Copied label={t('Something happened')} text={track({ host, writeKey: 'wk_…' })} />
      </Paper>
    </>
  );
}
