// Nobody waits for the team.
import { Anchor } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../parts/empty.tsx';

export function NothingOpen() {
  const { t } = useTranslation();
  return (
    <Empty
      icon={<IconCircleCheck aria-hidden />}
      title={t('No task is open')}
      action={
        <Anchor component={Link} to="/campaigns">
          {t('See the campaigns')}
        </Anchor>
      }
    >
      {t(
        'A campaign hands somebody to your team by a task step, such as a lead whose score is high.',
      )}
    </Empty>
  );
}
