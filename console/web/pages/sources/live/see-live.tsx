// The way from where something is set up to where it can be seen coming in.
import { Button } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function SeeLive({ source }: { readonly source?: string | undefined }) {
  const { t } = useTranslation();
  const asked = source === undefined ? '' : `?source=${encodeURIComponent(source)}`;
  return (
    <Button
      component={Link}
      to={`/sources/live${asked}`}
      variant="default"
      leftSection={<IconActivity size={16} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
    >
      {t('See it arrive')}
    </Button>
  );
}
