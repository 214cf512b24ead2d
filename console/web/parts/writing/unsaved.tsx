// What is not saved: that it was found again, that somebody else was faster, and the question before leaving.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import type { Standing } from './use-draft.ts';

type UnsavedParts = Pick<
  Standing,
  'isChanged' | 'isFound' | 'newer' | 'version' | 'discard' | 'keepMine'
>;

export function Unsaved({ isFound, newer, version, discard, keepMine, isChanged }: UnsavedParts) {
  const { t } = useTranslation();
  return (
    <>
      <Leaving isChanged={isChanged} discard={discard} />
      {newer !== undefined && (
        <Alert
          color="orange"
          title={t('Somebody else has saved version {{newer}} meanwhile', { newer })}
          role="alert"
        >
          <Stack gap="xs">
            <Text size="sm">
              {t('You began with version {{version}}. Your changes are only on this page.', {
                version,
              })}
            </Text>
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={discard}>
                {t('Take theirs')}
              </Button>
              <Button size="xs" variant="default" onClick={keepMine}>
                {t('Keep mine, on top of theirs')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      {isFound && newer === undefined && (
        <Alert color="blue" role="status">
          <Group justify="space-between">
            <Text size="sm">
              {t('Your changes from before are here again; they are not saved yet.')}
            </Text>
            <Button size="xs" variant="default" onClick={discard}>
              {t('Discard them')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}

function Leaving({ isChanged, discard }: Pick<UnsavedParts, 'isChanged' | 'discard'>) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isChanged) window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
  const drop = () => {
    discard();
    blocker.proceed?.();
  };
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('Leave without saving?')}
      centered
    >
      <Stack>
        <Text size="sm">
          {t('Your changes stay in this tab until you close it; you find them when you come back.')}
        </Text>
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={drop}>
            {t('Discard them')}
          </Button>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('Leave')}
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {t('Stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
