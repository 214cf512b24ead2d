// Why a mail does not go to somebody, in words.
import type { TFunction } from 'i18next';

export const withheldWords = (t: TFunction): Readonly<Record<string, string>> => ({
  ...byTheirWish(t),
  ...byOurRules(t),
});

const byTheirWish = (t: TFunction) => ({
  no_address: t('no address'),
  unsubscribed: t('unsubscribed'),
  not_subscribed: t('never said yes'),
  pending_confirmation: t('have not confirmed yet'),
  topic_unsubscribed: t('left the topic'),
  topic_not_subscribed: t('never joined the topic'),
  paused: t('take a break from mail'),
  suppressed: t('address bounced, complained or was stopped'),
  erased: t('were erased'),
});

const byOurRules = (t: TFunction) => ({
  smart_sending: t('got another mail just before'),
  frequency_cap: t('got as many mails as are allowed'),
  quiet_hours_expired: t('quiet hours lasted too long'),
  expired: t('it was too late'),
  skipped_on_resume: t('skipped after a pause'),
  sent_before: t('got it before'),
  campaign_stopped: t('the broadcast was stopped'),
  template_skip: t('the template left them out'),
  unsupported_address: t('address cannot be mailed'),
  not_asked: t('nobody asked for it'),
  asked_too_often: t('asked too often'),
});
