// Reads a list on, portion by portion. At its end the keyboard stays where it was, and is told that this is all.
import { Button, Center, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paged } from '../api/paged.ts';

interface MoreParts {
  readonly paged: Pick<Paged<unknown>, 'hasMore' | 'isReadingOn' | 'readOn'>;
  readonly label?: string;
}

export function ShowMore({ paged: { hasMore, isReadingOn, readOn }, label }: MoreParts) {
  const { t } = useTranslation();
  const [wasAsked, setAsked] = useState(false);
  if (!(hasMore || wasAsked)) return null;
  const read = () => {
    setAsked(true);
    readOn();
  };
  return (
    <Center>
      {hasMore ? (
        <Button variant="default" loading={isReadingOn} onClick={read}>
          {label ?? t('Show more')}
        </Button>
      ) : (
        <Text size="sm" tabIndex={-1} ref={(text) => text?.focus({ preventScroll: true })}>
          {t('That is all.')}
        </Text>
      )}
    </Center>
  );
}
