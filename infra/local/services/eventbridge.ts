// EventBridge for functions that put events: PutEvents and its limits. Rules, archives and everything
// else that manages a bus are not here: the template makes the bus and its rules.
import { AwsError } from '../aws-error.ts';
import type { BusEntry, EventBus } from '../event-bus.ts';
import type { Service } from '../gateway.ts';
import type { Meter } from '../meter.ts';
import { type Input, jsonProtocol, type Output } from '../protocol.ts';

interface EventBridgeParts {
  /** The events are in their targets' queues when it returns. */
  readonly put: EventBus['put'];
  readonly buses: ReadonlySet<string>;
  readonly arn: (bus: string) => string;
  readonly meter?: Meter;
}

type Entry = Partial<BusEntry> & { readonly EventBusName?: string };

const sizeLimit = 1024 * 1024;

export function createEventBridge({ put, buses, arn, meter }: EventBridgeParts): Service {
  /** Entry by entry: one that is refused must not hide what became of its neighbors. */
  function take(entry: Entry): Output {
    const bus = busOf(entry);
    const refused = buses.has(bus) ? refusal(entry) : noBus(bus);
    if (refused) return refused;
    meter?.event(sizeOf(entry));
    const [EventId] = put(bus, [entry as BusEntry]);
    return { EventId };
  }
  return {
    protocol: jsonProtocol('1.1'),
    operations: {
      PutEvents: {
        needs: (input) =>
          [...new Set(entriesOf(input).map(busOf))].map((bus) => ({
            action: 'events:PutEvents',
            resource: arn(bus),
          })),
        perform(input) {
          const Entries = checked(entriesOf(input)).map(take);
          const failed = Entries.filter((entry) => 'ErrorCode' in entry);
          return { Entries, FailedEntryCount: failed.length };
        },
      },
    },
  };
}

const entriesOf = ({ Entries }: Input) => (Entries ?? []) as readonly Entry[];

/** A bus goes by its name or by its ARN. */
const busOf = ({ EventBusName = 'default' }: Entry): string =>
  EventBusName.slice(EventBusName.lastIndexOf('/') + 1);

function checked(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 1 || entries.length > 10)
    throw invalid(`'entries' must have length between 1 and 10, not ${entries.length}`);
  const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (bytes >= sizeLimit)
    throw invalid(`Total size of the entries in the request is over the limit: ${bytes} bytes`);
  return entries;
}

const invalid = (message: string) => new AwsError('ValidationException', message);

/** As EventBridge counts and bills it. */
const sizeOf = ({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: Entry) =>
  [Source, DetailType, Detail, ...Resources].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    Time === undefined ? 0 : 14,
  );

const failure = (ErrorCode: string, ErrorMessage: string): Output => ({ ErrorCode, ErrorMessage });

const noBus = (bus: string) => failure('InvalidArgument', `Event bus ${bus} does not exist.`);

function refusal({ Source, DetailType, Detail }: Entry): Output | undefined {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail }))
    if (!value) return failure('InvalidArgument', `Parameter ${name} is required.`);
  if (Source?.startsWith('aws.'))
    return failure('NotAuthorizedForSource', `Not authorized for the source ${Source}.`);
  return isJsonObject(Detail) ? undefined : failure('MalformedDetail', 'Detail is malformed.');
}

function isJsonObject(text = ''): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
