// Reads a SendRawEmail call: who sends what to whom, from the parameters or else from the mail itself.
// Refuses what SES refuses before it takes a mail.
import { AwsError } from '../aws-error.ts';
import type { Input } from '../protocol.ts';
import { addressesOf, headerOf, type RawMail, readMail } from './ses-mail.ts';

export interface SendRequest {
  readonly source: string;
  readonly fromAddress: string;
  /** The verified identity that lets this address send. */
  readonly identity: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly mail: RawMail;
}

const sizeLimit = 10 * 1024 * 1024;

export function readRequest(
  input: Input,
  identities: ReadonlyMap<string, string | undefined>,
): SendRequest {
  const mail = mailOf(input);
  const source = String(input.Source ?? headerOf(mail, 'from') ?? '');
  const [fromAddress = ''] = addressesOf(headerOf(mail, 'from') ?? source);
  const identity = verified(fromAddress, identities);
  for (const address of addressesOf(source)) verified(address, identities);
  const named = input.ConfigurationSetName ?? headerOf(mail, 'x-ses-configuration-set');
  return {
    source,
    fromAddress,
    identity,
    destinations: destinationsOf(input, mail),
    configurationSet: named === undefined ? identities.get(identity) : String(named),
    tags: tagsOf(input, mail),
    mail,
  };
}

function mailOf(input: Input): RawMail {
  const raw = Buffer.from(String(input['RawMessage.Data'] ?? ''), 'base64');
  if (raw.length > sizeLimit)
    throw invalid(`Message length is more than ${sizeLimit} bytes long: '${raw.length}'.`);
  const mail = readMail(raw);
  if (!mail || !headerOf(mail, 'from')) throw invalid("Missing required header 'From'.");
  return mail;
}

const invalid = (message: string) => new AwsError('InvalidParameterValue', message);

function verified(address: string, identities: ReadonlyMap<string, unknown>): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const found = [address.toLowerCase(), domain, ...parentsOf(domain)].find((identity) =>
    identities.has(identity),
  );
  if (found !== undefined) return found;
  throw new AwsError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region US-EAST-1: ${address}`,
  );
}

/** A verified domain vouches for its subdomains. */
const parentsOf = (domain: string): readonly string[] =>
  domain
    .split('.')
    .map((_, i, labels) => labels.slice(i).join('.'))
    .slice(1);

function destinationsOf(input: Input, mail: RawMail): readonly string[] {
  const given = membersOf(input, 'Destinations');
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesOf(headerOf(mail, name)));
  const destinations = given.length > 0 ? given.flatMap((entry) => addressesOf(entry)) : named;
  if (destinations.length === 0) throw invalid('Missing final destination.');
  if (destinations.length > 50) throw invalid('Recipient count exceeds 50.');
  const bad = destinations.find((address) => !deliverable.test(address));
  if (bad !== undefined)
    throw invalid(`Local address contains control or whitespace, or is not ASCII: ${bad}`);
  return destinations;
}

/** SES takes no local part beyond ASCII, and domains only as punycode. */
const deliverable = /^[!-?A-~]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

function membersOf(input: Input, list: string): readonly string[] {
  const found: string[] = [];
  for (let i = 1; `${list}.member.${i}` in input; i += 1)
    found.push(String(input[`${list}.member.${i}`]));
  return found;
}

function tagsOf(input: Input, mail: RawMail): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let i = 1; `Tags.member.${i}.Name` in input; i += 1)
    tags[String(input[`Tags.member.${i}.Name`])] = String(input[`Tags.member.${i}.Value`]);
  const inHeader = headerOf(mail, 'x-ses-message-tags')?.split(',') ?? [];
  const ofMail = Object.fromEntries(inHeader.map((pair) => pair.trim().split('=', 2)));
  for (const [name, value] of Object.entries(tags))
    if (!tag.test(name) || !tag.test(value))
      throw invalid(`Invalid tag name or value: <${name}>: <${value}>.`);
  return { ...ofMail, ...tags };
}

const tag = /^[A-Za-z0-9_-]{1,256}$/;
