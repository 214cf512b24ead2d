// Compiled templates in the core table. A version's templates never change, so a container keeps them.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { PublishedTemplate, Templates } from '../ports.ts';
import { keys } from './keys.ts';
import { unpack } from './packing.ts';

export function createTemplates(client: DynamoDBClient, table: string): Templates {
  const known = new Map<string, Promise<PublishedTemplate>>();

  const read = async (campaign: string, version: number, name: string) => {
    const Key = keys.template(campaign, version, name);
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
    if (!Item) throw new Error(`No template ${name} in ${campaign} v${version}`);
    return unpack<PublishedTemplate>(Item);
  };

  return {
    get: (campaign, version, name) => {
      const at = `${campaign}@${version}/${name}`;
      const template = known.get(at) ?? read(campaign, version, name);
      known.set(at, template);
      // Whoever waits for it gets the failure; the next one reads anew.
      template.catch(() => known.delete(at));
      return template;
    },
  };
}
