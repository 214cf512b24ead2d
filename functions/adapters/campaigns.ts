// Campaigns in the core table: immutable versions, and one list of those that are live.
import {
  type DynamoDBClient,
  GetItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import { type Playbook, routes } from '../../workflows/engine/route.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { Campaigns, Live } from '../ports.ts';
import { onRevision } from './conditional-put.ts';
import { type Item, readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

export interface VersionId {
  readonly campaign: string;
  readonly version: number;
}

/** What is live, under a revision of its own so that two publishers cannot undo one another. */
export interface LiveList {
  readonly revision: number;
  readonly live: readonly VersionId[];
}

const nothingLive: LiveList = { revision: 0, live: [] };
const nameOf = ({ campaign, version }: VersionId) => `${campaign}@${version}`;

export function createCampaigns(client: DynamoDBClient, table: string): Campaigns {
  // Versions never change, so a container keeps every one that it has read.
  const known = new Map<string, RunnableVersion>();

  const load = async (wanted: readonly VersionId[]): Promise<void> => {
    const missing = wanted.filter((one) => !known.has(nameOf(one)));
    for (const version of await readVersions(client, table, missing)) {
      known.set(nameOf(version), runnable(version));
    }
  };

  return {
    live: async () => {
      const { live } = await readLiveList(client, table);
      await load(live);
      return { versions: live.map((one) => held(known, one)) };
    },
    // One that is missing is missed by the contact that runs on it, not by its whole batch.
    playbook: async ({ versions }: Live, running): Promise<Playbook> => {
      await load(running);
      return {
        routes: routes(versions),
        version: (campaign, version) => held(known, { campaign, version }),
      };
    },
  };
}

function held(known: ReadonlyMap<string, RunnableVersion>, id: VersionId): RunnableVersion {
  const version = known.get(nameOf(id));
  if (!version) throw new Error(`No campaign version ${nameOf(id)}`);
  return version;
}

export async function readVersions(
  client: DynamoDBClient,
  table: string,
  wanted: readonly VersionId[],
): Promise<CampaignVersion[]> {
  const single = new Map(wanted.map((one) => [nameOf(one), one]));
  const at = [...single.values()].map((one) => keys.version(one.campaign, one.version));
  const items = await readAll(client, table, at, true);
  return items.map((item) => unpack<CampaignVersion>(item));
}

export async function readLiveList(client: DynamoDBClient, table: string): Promise<LiveList> {
  const request = { TableName: table, Key: keys.live(), ConsistentRead: true };
  const { Item } = await client.send(new GetItemCommand(request));
  return Item ? unpack<LiveList>(Item) : nothingLive;
}

/** Holds only if nobody else has published meanwhile. */
export const liveListPut = (table: string, list: LiveList): PutItemCommandInput => ({
  TableName: table,
  Item: { ...keys.live(), rev: { N: String(list.revision) }, ...pack(list) } satisfies Item,
  ...onRevision(list.revision - 1),
});
