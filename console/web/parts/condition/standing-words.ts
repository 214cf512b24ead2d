// What somebody has said about mail, and why an address must not be mailed, in words.
import type { TFunction } from 'i18next';

export const consentWords = (t: TFunction): Readonly<Record<string, string>> => ({
  subscribed: t('have said yes'),
  unsubscribed: t('have said no'),
  pending_confirmation: t('have said yes and not confirmed it'),
  not_subscribed: t('said yes, and that ran out'),
  never_subscribed: t('have never said anything'),
});

export const suppressionWords = (t: TFunction): Readonly<Record<string, string>> => ({
  '*': t('for any reason'),
  bounce: t('since it bounced'),
  soft_bounce: t('since it keeps bouncing'),
  complaint: t('since they called it spam'),
  manual: t('by hand'),
});
