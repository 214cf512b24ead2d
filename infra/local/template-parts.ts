// What the AWS services need to know from the template, read out of its resources.
import * as z from 'zod';
import type { TableDefinition } from './item-store.ts';
import type { Resource } from './template.ts';

const table = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  GlobalSecondaryIndexes: z.undefined({ error: 'secondary indexes do not exist here' }).optional(),
});

interface LocalTable {
  readonly definition: TableDefinition;
  readonly timeToLive: string | undefined;
}

export const tables = (resources: readonly Resource[]): readonly LocalTable[] =>
  ofType(resources, 'AWS::DynamoDB::GlobalTable').map(({ ref: TableName, properties }) => {
    const { TimeToLiveSpecification: expiry, ...keys } = table.parse(properties);
    return {
      definition: { TableName, ...keys },
      timeToLive: expiry?.Enabled ? expiry.AttributeName : undefined,
    };
  });

export const queueNames = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(
    ofType(resources, 'AWS::SQS::Queue').map(({ attributes }) => attributes.QueueName as string),
  );

/** With the default bus, which every account has. */
export const busNames = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(['default', ...ofType(resources, 'AWS::Events::EventBus').map(({ ref }) => ref)]);

const identity = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.object({ ConfigurationSetName: z.string().optional() }).optional(),
});

/** All of them count as verified. */
export const identities = (resources: readonly Resource[]) =>
  new Map(
    ofType(resources, 'AWS::SES::EmailIdentity').map(({ properties }) => {
      const { EmailIdentity, ConfigurationSetAttributes } = identity.parse(properties);
      return [EmailIdentity.toLowerCase(), ConfigurationSetAttributes?.ConfigurationSetName];
    }),
  );

const destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.unknown().optional(),
  }),
});

/** Each with the event types, in lower case, that it publishes to EventBridge. */
export function configurationSets(resources: readonly Resource[]) {
  const destinations = ofType(resources, 'AWS::SES::ConfigurationSetEventDestination')
    .map(({ properties }) => destination.parse(properties))
    .filter(({ EventDestination: to }) => to.Enabled && to.EventBridgeDestination);
  const publishedBy = (set: string) =>
    destinations
      .filter(({ ConfigurationSetName }) => ConfigurationSetName === set)
      .flatMap(({ EventDestination }) => EventDestination.MatchingEventTypes)
      .map((type) => type.toLowerCase());
  const sets = ofType(resources, 'AWS::SES::ConfigurationSet');
  return new Map(sets.map(({ ref }) => [ref, new Set(publishedBy(ref))]));
}

const ofType = (resources: readonly Resource[], type: string): readonly Resource[] =>
  resources.filter((resource) => resource.type === type);
