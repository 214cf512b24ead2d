// What SES says of the domain, or the address, that we send from. SES is loaded with the first question: few ask.
import type { GetIdentityDkimAttributesResponse, SESClientConfig } from '@aws-sdk/client-ses';
import type { SesIdentity } from '../../domain/check-domain.ts';
import type { AwsConfig } from '../../lambda.ts';
import { log } from '../../log.ts';

export type AskSes = () => Promise<{ readonly region: string; readonly identity: SesIdentity }>;

/** Where SES refuses to tell, nothing is known; the region always is. */
export const createAskSes =
  (aws: AwsConfig, identity: string): AskSes =>
  async () => {
    const ses = await import('@aws-sdk/client-ses');
    const client = new ses.SESClient({ maxAttempts: 2, ...(aws as SESClientConfig) });
    const region = await client.config.region();
    const of = { Identities: [identity] };
    try {
      const [verification, dkim, mailFrom] = await Promise.all([
        client.send(new ses.GetIdentityVerificationAttributesCommand(of)),
        client.send(new ses.GetIdentityDkimAttributesCommand(of)),
        client.send(new ses.GetIdentityMailFromDomainAttributesCommand(of)),
      ]);
      const verified = verification.VerificationAttributes?.[identity]?.VerificationStatus;
      const from = mailFrom.MailFromDomainAttributes?.[identity];
      return {
        region,
        identity: {
          ...(verified !== undefined && { verified }),
          ...signing(dkim, identity),
          ...(from?.MailFromDomain && { mailFromDomain: from.MailFromDomain }),
          ...(from?.MailFromDomainStatus && { mailFrom: from.MailFromDomainStatus }),
        },
      };
    } catch (error) {
      log.error('SES does not tell of its identity', { error });
      return { region, identity: {} };
    }
  };

function signing(dkim: GetIdentityDkimAttributesResponse, identity: string): SesIdentity {
  const { DkimVerificationStatus, DkimTokens } = dkim.DkimAttributes?.[identity] ?? {};
  return {
    ...(DkimVerificationStatus !== undefined && { dkim: DkimVerificationStatus }),
    ...(DkimTokens !== undefined && { dkimTokens: DkimTokens }),
  };
}
