// Why a server takes no notices, in the reader's words; what is not known here is shown as the API wrote it.
import type { TFunction } from 'i18next';

/* t('Its name is not known on the internet.') t('Nothing answers at its address.') t('It took too long to answer.')
   t('Its certificate is not good.') */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Its name is not known on the internet.',
  EAI_AGAIN: 'Its name is not known on the internet.',
  ECONNREFUSED: 'Nothing answers at its address.',
  ECONNRESET: 'Nothing answers at its address.',
  EHOSTUNREACH: 'Nothing answers at its address.',
  timeout: 'It took too long to answer.',
  ETIMEDOUT: 'It took too long to answer.',
  CERT_HAS_EXPIRED: 'Its certificate is not good.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is not good.',
};

export function unanswered(because: string, t: TFunction): string {
  const status = /^it answered (\d+)$/.exec(because)?.[1];
  if (status !== undefined) return t('It answered {{status}}.', { status });
  const reason = reasons[because];
  return reason === undefined ? because : t(reason);
}
