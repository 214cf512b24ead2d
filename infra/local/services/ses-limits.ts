// How much SES lets an account send: so many recipients a second, and in any 24 hours.
import { AwsError } from '../aws-error.ts';
import type { Outbox } from '../outbox.ts';

export interface SendLimits {
  readonly perSecond: number;
  readonly perDay: number;
}

const day = 24 * 3600 * 1000;

/** Throws when `recipients` more would exceed a limit. The day is only counted if it has one. */
export function createLimiter(limits: SendLimits, outbox: Outbox, now: () => number) {
  let second = { began: 0, sent: 0 };
  const countThisSecond = () => {
    const at = now();
    if (at - second.began >= 1000) second = { began: at, sent: 0 };
    return second;
  };
  return {
    limits,
    sentToday: () => outbox.recipientsSince(now() - day),
    admit(recipients: number): void {
      const current = countThisSecond();
      if (current.sent + recipients > limits.perSecond)
        throw throttling('Maximum sending rate exceeded.');
      if (limits.perDay < Infinity && this.sentToday() + recipients > limits.perDay)
        throw throttling('Daily message quota exceeded.');
      current.sent += recipients;
    },
  };
}

const throttling = (message: string) => new AwsError('Throttling', message);
