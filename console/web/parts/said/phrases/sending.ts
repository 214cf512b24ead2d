// Why a test was not sent: our own words, and the frequent ones of mail servers.
import { marked as t } from '../phrase.ts';

export const sending = [
  t("today's quota is used up"),
  t('the mail server asks for patience: try again'),
  t('it may have been sent, or not: {{text}}'),
  t(
    'MessageRejected: Email address is not verified. The following identities failed the check in region {{word}}: {{text}}',
  ),
  t('MessageRejected: {{text}}'),
  t('MessageDeferred: {{text}}'),
  t('AccountSendingPausedException: {{text}}'),
] as const;
