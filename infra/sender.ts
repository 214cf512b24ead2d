// The identity that mail is from, and the DNS records that make mailboxes believe it: written where we may, else told.
import { CfnOutput } from 'aws-cdk-lib';
import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import { type ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { bounceDomain } from '../functions/domain/check-domain.ts';
import { isAddress, type Settings } from './settings.ts';

type Sending = Pick<Settings, 'identity' | 'hostedZone' | 'dmarc'>;

export function sender(
  scope: Construct,
  chosen: Sending,
  configurationSet: ConfigurationSet,
): EmailIdentity {
  const { identity } = chosen;
  if (!isAddress(identity)) return senderDomain(scope, chosen, configurationSet);
  return new EmailIdentity(scope, 'Sender', {
    identity: Identity.email(identity),
    configurationSet,
  });
}

/** SES signs with keys of its own (Easy DKIM), and bounces go to a domain of ours, so that SPF speaks for us, too. */
function senderDomain(
  scope: Construct,
  { identity: domain, hostedZone, dmarc }: Sending,
  configurationSet: ConfigurationSet,
): EmailIdentity {
  const zone =
    hostedZone && PublicHostedZone.fromPublicHostedZoneAttributes(scope, 'Zone', hostedZone);
  const created = new EmailIdentity(scope, 'Sender', {
    identity: zone ? Identity.publicHostedZone(zone) : Identity.domain(domain),
    mailFromDomain: bounceDomain(domain),
    configurationSet,
  });
  const policy = { name: `_dmarc.${domain}`, value: dmarc };
  if (!zone) tell(scope, { domain, created, policy });
  else if (policy.value !== 'keep')
    new TxtRecord(scope, 'Dmarc', { zone, recordName: policy.name, values: [policy.value] });
  return created;
}

interface Told {
  readonly domain: string;
  readonly created: EmailIdentity;
  readonly policy: { readonly name: string; readonly value: string };
}

/** As outputs of the deployment: name, type and value, to be pasted where the domain has its DNS. */
function tell(scope: Construct, { domain, created, policy }: Told): void {
  const bounces = bounceDomain(domain);
  const output = (id: string, value: string, description: string) =>
    new CfnOutput(scope, id, { value, description });
  for (const [at, { name, value }] of created.dkimRecords.entries())
    output(`Dkim${at + 1}`, `${name} CNAME ${value}`, 'DNS record: SES signs mail by it');
  const exchange = `10 feedback-smtp.${created.stack.region}.amazonses.com`;
  output('BounceMx', `${bounces} MX ${exchange}`, 'DNS record: bounces reach SES');
  output(
    'BounceSpf',
    `${bounces} TXT "v=spf1 include:amazonses.com ~all"`,
    'DNS record: SES may send',
  );
  if (policy.value !== 'keep')
    output(
      'Dmarc',
      `${policy.name} TXT "${policy.value}"`,
      'DNS record, unless there is one already',
    );
}
