// Hands one finished mail to SES, exactly one try, and says what is known about its fate.
// Refuses to guess: whatever may have been accepted is `ambiguous`, never an error to be retried.
import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { MessageKind } from '../../../workflows/model/message.ts';
import type { AwsConfig } from '../../lambda.ts';
import type { SendQuota } from '../../sending-ports.ts';
import { outcomeOf, type SendOutcome } from './ses-outcome.ts';

export type { SendOutcome } from './ses-outcome.ts';

interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly kind: MessageKind;
}

/** By name: SES keeps apart how receipts and how marketing fare. */
type ConfigurationSets = Readonly<Record<MessageKind, string>>;

/** Tags come back with SES's events; names and values are `[A-Za-z0-9_-]`, so opaque ids only. */
export type SendRaw = (
  raw: Buffer,
  envelope: Envelope,
  tags: Readonly<Record<string, string>>,
) => Promise<SendOutcome>;

/**
 * The SDK only warns about a slow request unless told to throw. Idle connections are given up early:
 * one that died while the function slept would leave the next mail in doubt.
 */
const patient = (milliseconds: number) => ({
  httpAgent: { timeout: milliseconds },
  httpsAgent: { timeout: milliseconds },
  connectionTimeout: milliseconds,
  requestTimeout: milliseconds,
  socketTimeout: milliseconds,
  throwOnRequestTimeout: true,
});

/** `patience` in milliseconds; it counts only when `config` brings no request handler of its own. */
export function createSesSender(
  config: AwsConfig,
  sets: ConfigurationSets,
  patience = 5_000,
): SendRaw {
  const client = new SESClient({
    requestHandler: patient(patience),
    ...(config as SESClientConfig),
    maxAttempts: 1,
  });
  return async (raw, { from, to, kind }, tags) => {
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: sets[kind],
      Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    });
    try {
      const { MessageId } = await client.send(command);
      if (!MessageId) return { kind: 'ambiguous', reason: 'SES answered without a message id' };
      return { kind: 'accepted', sesId: MessageId };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

/** Asks SES what it lets the account send. SES answers one such call a second, and says -1 for "no end". */
export function createSesQuota(config: AwsConfig, patience = 5_000): () => Promise<SendQuota> {
  const client = new SESClient({
    requestHandler: patient(patience),
    ...(config as SESClientConfig),
  });
  return async () => {
    const answer = await client.send(new GetSendQuotaCommand({}));
    const { MaxSendRate = 0, Max24HourSend = 0, SentLast24Hours = 0 } = answer;
    return {
      // An account that may send nothing at the moment is asked again, not divided by.
      ...(MaxSendRate >= 0 && { perSecond: Math.max(MaxSendRate, 1) }),
      ...(Max24HourSend >= 0 && { perDay: Max24HourSend, sent: SentLast24Hours }),
    };
  };
}
