// What an owner may choose at deploy time (`cdk deploy -c identity=acme.com`). Everything else is code.
import { domainToASCII } from 'node:url';
import type { Node } from 'constructs';

export interface Settings {
  /** The domain or the single address that SES sends from. */
  readonly identity: string;
  readonly mailFrom: string;
  /** Given by one machine whose mail leaves by a server of the owner's. */
  readonly relay: string | undefined;
  /** Where links in mails lead: to API Gateway's own name, unless the owner has another for it. */
  readonly publicUrl: string | undefined;
  /** Of that name: with it API Gateway answers under it, too. */
  readonly publicUrlCertificate: string | undefined;
  /** Where DNS records of the identity are written; without it they are outputs, to be added by hand. */
  readonly hostedZone: { readonly hostedZoneId: string; readonly zoneName: string } | undefined;
  /** The policy to begin with, or "keep" for a domain that has one. */
  readonly dmarc: string;
  /** Whether SES tells of every mail that came in: only to count them, and not for nothing. */
  readonly deliveryEvents: boolean;
  /** Whether the table of timelines and consents can be turned back to a moment of the last 35 days, too. */
  readonly activityRecovery: boolean;
  /** Who is told about alarms; without it alarms only show in the console. */
  readonly alarmEmail: string | undefined;
  /** The name that the console is reached by, and its certificate in us-east-1; else CloudFront gives it one. */
  readonly consoleDomain: { readonly name: string; readonly certificateArn: string } | undefined;
}

export function settings(node: Node): Settings {
  const identity = onTheWire(text(node, 'identity') ?? 'example.com');
  const own = isAddress(identity) ? identity : `hello@${identity}`;
  return {
    identity,
    mailFrom: onTheWire(text(node, 'mailFrom') ?? own),
    relay: text(node, 'relay'),
    ...ownName(text(node, 'publicUrl'), text(node, 'publicUrlCertificate')),
    hostedZone: zoneOf(identity, text(node, 'hostedZoneId')),
    dmarc: text(node, 'dmarc') ?? 'v=DMARC1; p=none',
    deliveryEvents: isOn(node, 'deliveryEvents'),
    activityRecovery: isOn(node, 'activityRecovery'),
    alarmEmail: text(node, 'alarmEmail'),
    consoleDomain: consoleDomainOf(text(node, 'consoleDomain'), text(node, 'consoleCertificate')),
  };
}

type OwnName = Pick<Settings, 'publicUrl' | 'publicUrlCertificate'>;

function ownName(publicUrl: string | undefined, publicUrlCertificate: string | undefined): OwnName {
  if (publicUrl === undefined && publicUrlCertificate !== undefined)
    throw new Error('A publicUrlCertificate needs the publicUrl that it is for');
  if (publicUrl !== undefined && !/^https:\/\/[a-z0-9.-]+$/.test(publicUrl))
    throw new Error(`publicUrl must look like https://go.example.com, not "${publicUrl}"`);
  return { publicUrl, publicUrlCertificate };
}

function consoleDomainOf(
  name: string | undefined,
  certificateArn: string | undefined,
): Settings['consoleDomain'] {
  if (name === undefined && certificateArn === undefined) return undefined;
  if (name !== undefined && certificateArn !== undefined) return { name, certificateArn };
  throw new Error('Context "consoleDomain" and "consoleCertificate" go together');
}

/** The zone is the identity's own. */
function zoneOf(identity: string, hostedZoneId: string | undefined): Settings['hostedZone'] {
  if (hostedZoneId === undefined) return undefined;
  if (isAddress(identity)) throw new Error('A hosted zone needs a domain as identity');
  return { hostedZoneId, zoneName: identity };
}

export const isAddress = (identity: string): boolean => identity.includes('@');

/** SES knows domains by their ASCII names, and no other letters before the @. */
function onTheWire(name: string): string {
  const at = name.lastIndexOf('@') + 1;
  const domain = domainToASCII(name.slice(at));
  if (domain !== '' && /^[!-?A-~]*@?$/.test(name.slice(0, at))) return name.slice(0, at) + domain;
  throw new Error(`SES cannot send from "${name}"`);
}

function isOn(node: Node, key: string): boolean {
  const value = text(node, key) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Error(`Context "${key}" must be true or false`);
}

function text(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`Context "${key}" must be a text that is not empty`);
}
