// A page on which there is nothing to look at for whoever may not change anything.
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { type Role, useMay } from './session.ts';

interface OnlyParts {
  /** The least role that sees it. */
  readonly least: Role;
  readonly children: ReactNode;
}

export function Only({ least, children }: OnlyParts) {
  const { t } = useTranslation();
  if (useMay(least)) return children;
  return (
    <Page title={t('You may look, but not change this')}>
      <Shut />
    </Page>
  );
}

export function Shut() {
  const { t } = useTranslation();
  return (
    <Empty icon={<IconLock aria-hidden />} title={t('Your role is not enough')}>
      {t('Ask an administrator to do it.')}
    </Empty>
  );
}
