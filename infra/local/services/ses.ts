// SES (version 1) for functions that send raw mail: checks what SES checks, keeps the mail in the outbox,
// and reports as SES does. Nothing leaves this machine, unless there is a relay.
import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { BusEntry } from '../event-bus.ts';
import type { Need, Service } from '../gateway.ts';
import type { Meter } from '../meter.ts';
import type { Outbox } from '../outbox.ts';
import { type Input, type Output, queryProtocol } from '../protocol.ts';
import type { Relay } from '../relay/relay.ts';
import { identityOperations } from './ses-identities.ts';
import { createLimiter, type SendLimits } from './ses-limits.ts';
import { stamp, toBytes, unaddressed } from './ses-mail.ts';
import { type Account, reports } from './ses-reports.ts';
import { readRequest, type SendRequest } from './ses-request.ts';

interface SesParts extends Account {
  /** Addresses and domains that may send, with the configuration set each has by default. */
  readonly identities: ReadonlyMap<string, string | undefined>;
  /** By name: the event types that it publishes to EventBridge. */
  readonly configurationSets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly outbox: Outbox;
  /** Puts reports on the default bus. */
  readonly report: (entries: readonly BusEntry[]) => void;
  readonly now: () => number;
  readonly limits?: SendLimits | undefined;
  /** Whoever really delivers; then nobody plays what becomes of a mail. */
  readonly relay?: Pick<Relay, 'send'> | undefined;
  readonly meter?: Meter;
}

const unlimited: SendLimits = { perSecond: Infinity, perDay: Infinity };

export function createSes(parts: SesParts): Service {
  const { configurationSets, outbox, report, now, meter, relay } = parts;
  const limiter = createLimiter(parts.limits ?? unlimited, outbox, now);
  const requests = new WeakMap<Input, SendRequest>();
  /** A request is asked about twice: what it needs, then to be performed. */
  const requestOf = (input: Input): SendRequest => {
    const request = requests.get(input) ?? readRequest(input, parts.identities);
    requests.set(input, request);
    return request;
  };

  function publishedBy(set: string | undefined): ReadonlySet<string> {
    const published = set === undefined ? none : configurationSets.get(set);
    if (!published) throw noConfigurationSet(set);
    return relay ? relayed : published;
  }

  async function accept(request: SendRequest): Promise<string> {
    const { source, fromAddress, destinations, tags, mail, configurationSet } = request;
    const published = publishedBy(configurationSet);
    limiter.admit(destinations.length);
    const at = now();
    const id = newMessageId(at);
    const sent = relay ? unaddressed(mail) : stamp(mail, id, at);
    const raw = toBytes(sent);
    await relay?.send(raw, { from: fromAddress, to: destinations });
    outbox.add({ id, from: source, to: destinations, sentAt: at, tags, raw });
    meter?.mail(destinations.length, raw.length);
    const about = { id, at, source, destinations, tags, mail: sent };
    if (configurationSet) report(reports({ ...about, configurationSet }, published, parts));
    return id;
  }

  return {
    protocol: queryProtocol('http://ses.amazonaws.com/doc/2010-12-01/'),
    operations: {
      SendRawEmail: {
        needs: (input) => needsOf(requestOf(input), parts),
        perform: async (input): Promise<Output> => ({ MessageId: await accept(requestOf(input)) }),
      },
      ...identityOperations(parts.identities),
      GetSendQuota: {
        needs: () => [{ action: 'ses:GetSendQuota', resource: '*' }],
        perform: () => ({
          Max24HourSend: finite(limiter.limits.perDay),
          MaxSendRate: finite(limiter.limits.perSecond),
          SentLast24Hours: limiter.sentToday(),
        }),
      },
    },
  };
}

const none: ReadonlySet<string> = new Set();
/** A relay says that it took a mail; what became of it comes back as mail. */
const relayed: ReadonlySet<string> = new Set(['send']);

/** SES says -1 for an unlimited day. */
const finite = (limit: number): number => (limit === Infinity ? -1 : limit);

function needsOf({ identity, fromAddress, configurationSet }: SendRequest, { arn }: Account) {
  const resources = [`identity/${identity}`];
  if (configurationSet) resources.push(`configuration-set/${configurationSet}`);
  return resources.map(
    (resource): Need => ({
      action: 'ses:SendRawEmail',
      resource: arn(resource),
      context: { 'ses:FromAddress': fromAddress },
    }),
  );
}

const noConfigurationSet = (name: string | undefined) =>
  new AwsError('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`, {
    members: { ConfigurationSetName: name },
  });

/** Like SES's: the time in milliseconds, something random, a counter that is always 0. */
const newMessageId = (at: number): string =>
  `0100${at.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
