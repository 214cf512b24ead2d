// Hands one finished mail to SES, exactly one try, and says what is known about its fate.
// Refuses to guess: whatever may have been accepted is `ambiguous`, never an error to be retried.
import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { AwsConfig } from '../../lambda.ts';
import { outcomeOf, type SendOutcome } from './ses-outcome.ts';

export type { SendOutcome } from './ses-outcome.ts';

interface Envelope {
  readonly from: string;
  readonly to: string;
}

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
  configurationSet: string,
  patience = 5_000,
): SendRaw {
  const client = new SESClient({
    requestHandler: patient(patience),
    ...(config as SESClientConfig),
    maxAttempts: 1,
  });
  return async (raw, { from, to }, tags) => {
    const command = new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
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
