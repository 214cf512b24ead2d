// What SES reports about a mail, in the shapes in which it reaches the default event bus.
import type { BusEntry } from '../event-bus.ts';
import { addressesOf, headerOf, type RawMail } from './ses-mail.ts';
import { type Fate, fateOf } from './ses-simulator.ts';

interface SentMail {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly mail: RawMail;
}

/** How ARNs are made, and for which account. */
export interface Account {
  readonly account: string;
  readonly arn: (resource: string) => string;
}

const detailTypes = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
} as const;

type EventType = keyof typeof detailTypes;

/** In the order in which SES would report; only what the configuration set publishes. */
export function reports(
  sent: SentMail,
  published: ReadonlySet<string>,
  account: Account,
): readonly BusEntry[] {
  const fates = sent.destinations.flatMap(fateOf);
  const about = mailOf(sent, account);
  return [{ eventType: 'Send', send: {} } as const, ...fates.map((fate) => ended(sent, fate))]
    .filter(({ eventType }) => published.has(eventType.toLowerCase()))
    .map((report) => ({
      Source: 'aws.ses',
      DetailType: detailTypes[report.eventType],
      Detail: JSON.stringify({ ...report, mail: about }),
      Resources: [account.arn(`configuration-set/${sent.configurationSet}`)],
      Time: Math.floor(sent.at / 1000),
    }));
}

function ended(
  { id, at }: SentMail,
  fate: Fate,
): { eventType: EventType; [part: string]: unknown } {
  const timestamp = new Date(at).toISOString();
  const feedbackId = `${id.slice(0, 53)}-000001`;
  switch (fate.eventType) {
    case 'Delivery':
      return { eventType: 'Delivery', delivery: { timestamp, ...fate.delivery } };
    case 'Bounce':
      return { eventType: 'Bounce', bounce: { ...fate.bounce, timestamp, feedbackId } };
    case 'Complaint':
      return {
        eventType: 'Complaint',
        complaint: { ...fate.complaint, timestamp, feedbackId, arrivalDate: timestamp },
      };
    default:
      return fate satisfies never;
  }
}

const headerLimit = 10 * 1024;

function mailOf({ id, at, source, destinations, mail, ...sent }: SentMail, account: Account) {
  const bytes = mail.headers.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const [address = ''] = addressesOf(source);
  const domain = address.slice(address.indexOf('@') + 1);
  return {
    timestamp: new Date(at).toISOString(),
    source,
    sourceArn: account.arn(`identity/${domain}`),
    sendingAccountId: account.account,
    messageId: id,
    destination: destinations,
    headersTruncated: bytes > headerLimit,
    headers: mail.headers
      .slice(0, bytes > headerLimit ? 20 : undefined)
      .map(({ name, value }) => ({ name, value })),
    commonHeaders: {
      from: [headerOf(mail, 'from') ?? source],
      to: [headerOf(mail, 'to') ?? destinations.join(', ')],
      messageId: id,
      subject: headerOf(mail, 'subject') ?? '',
    },
    tags: {
      ...Object.fromEntries(Object.entries(sent.tags).map(([name, value]) => [name, [value]])),
      'ses:operation': ['SendRawEmail'],
      'ses:configuration-set': [sent.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['local'],
    },
  };
}
