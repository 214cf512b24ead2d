// What became of our mail to somebody, in words.
import type { TFunction } from 'i18next';

export const mailWords = (t: TFunction): Readonly<Record<string, string>> => ({
  opened: t('opened a mail'),
  clicked: t('clicked in a mail'),
  sent: t('were sent a mail'),
  delivered: t('got a mail'),
  bounced: t('had a mail bounce'),
  complained: t('called a mail spam'),
  unsubscribed: t('unsubscribed by a mail'),
});
