// SES on its bad days: a deliver whose every try to send is answered as a test wants it.
import { readParcel } from '../../functions/adapters/send-queue.ts';
import type { SendOutcome } from '../../functions/channels/email/ses.ts';
import { deliverPorts } from '../../functions/deliver.ts';
import type { DeliverEnvironment } from '../../functions/environment.ts';
import { type AwsConfig, queueHandler } from '../../functions/lambda.ts';
import { now } from '../../functions/now.ts';
import { eachRecord } from '../../functions/records.ts';
import { type DeliverPorts, deliver } from '../../functions/use-cases/deliver.ts';
import type { Builder } from './builders.ts';

/** `accept` hands the mail to the real sender; `count` is how often this address was tried, this time included. */
export type Answer = (
  to: string,
  accept: () => Promise<SendOutcome>,
  count: number,
) => SendOutcome | Promise<SendOutcome>;

interface PostOffice {
  readonly deliver: Builder;
  /** Addresses, in the order of the tries. */
  readonly tries: readonly string[];
}

/** A deliver whose ports are adjusted. */
export const deliverWith = (adjust: (ports: DeliverPorts) => Partial<DeliverPorts>): Builder =>
  ((env: DeliverEnvironment, aws: AwsConfig) => {
    const real = deliverPorts(env, aws);
    const ports = { ...real, ...adjust(real) };
    return queueHandler((records, context) => {
      const deadline = now() + context.getRemainingTimeInMillis();
      return eachRecord(records, ({ body }) => deliver(ports, readParcel(body), deadline));
    });
  }) as unknown as Builder;

export function openPostOffice(answer: Answer): PostOffice {
  const tries: string[] = [];
  const builder = deliverWith(({ sendRaw }) => ({
    sendRaw: async (raw, envelope, tags) => {
      const { to } = envelope;
      tries.push(to);
      const count = tries.filter((one) => one === to).length;
      return answer(to, () => sendRaw(raw, envelope, tags), count);
    },
  }));
  return { deliver: builder, tries };
}

export const refused = (retry: boolean): SendOutcome => ({
  kind: 'refused',
  retry,
  reason: retry ? 'AccountSendingPausedException: x' : 'MessageRejected: virus',
});
export const timedOut: SendOutcome = { kind: 'ambiguous', reason: 'TimeoutError: no answer' };
