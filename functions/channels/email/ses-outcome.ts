// What a failed SendRawEmail says about the mail: not accepted for sure, or possibly accepted.
// Only what is known to have stopped before SES took the mail may be tried again.

/**
 * `refused.retry`: the fault is not in the mail (a role, a pause, an unverified sender), so another
 * try can succeed. `throttled.daily`: the day's quota is used up, rather than this second's rate. `deferred`: the mailbox
 * wants this mail later, as only a relay tells: SES itself tries for hours.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly sesId: string }
  | { readonly kind: 'refused'; readonly retry: boolean; readonly reason: string }
  | { readonly kind: 'throttled'; readonly daily: boolean }
  | { readonly kind: 'deferred'; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly reason: string };

interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const throttles = /throttl|toomanyrequests|limitexceeded/i;
const faultsOfTheMail = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
const notVerified = /not verified|paused/i;

const neverConnected = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/;
const neverSecured = /^(ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

export function outcomeOf(error: unknown): SendOutcome {
  const fault = error as SdkError;
  const status = fault.$metadata?.httpStatusCode ?? 0;
  if (status >= 400 && status < 500) return answered(fault, status);
  const reason = explain(fault.code ?? fault.name, fault.message);
  if (status === 0 && neverWritten(fault)) return { kind: 'refused', retry: true, reason };
  return { kind: 'ambiguous', reason };
}

function answered({ name = '', message = '' }: SdkError, status: number): SendOutcome {
  if (status === 429 || throttles.test(name)) {
    return { kind: 'throttled', daily: /daily/i.test(message) };
  }
  if (name === 'MessageDeferred') return { kind: 'deferred', reason: explain(name, message) };
  const retry = !faultsOfTheMail.has(name) || notVerified.test(message);
  return { kind: 'refused', retry, reason: explain(name, message) };
}

/** SES quotes addresses in its messages; they have no place in a log or a timeline. */
function explain(name = 'Error', message = ''): string {
  return `${name}: ${message.replace(/\S+@\S+/g, '…')}`;
}

/** An open connection comes before the first byte of the request. */
function neverWritten({ name, code = '', syscall = '', message = '' }: SdkError): boolean {
  return (
    name === 'CredentialsProviderError' ||
    syscall === 'connect' ||
    neverConnected.test(code) ||
    neverSecured.test(code) ||
    message.includes('did not establish a connection')
  );
}
