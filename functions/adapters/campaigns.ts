// Campaigns in the core table: immutable versions, and one list of those that are live.
import {
  type DynamoDBClient,
  GetItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type CampaignState, campaignCard } from '../../workflows/engine/card.ts';
import { type Held, playbookOf } from '../../workflows/engine/playbook.ts';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import { createRoutes } from '../../workflows/engine/routes.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import type { Books } from '../ports.ts';
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
  readonly live: readonly (VersionId & { readonly state: CampaignState })[];
}

const nothingLive: LiveList = { revision: 0, live: [] };
const nameOf = ({ campaign, version }: VersionId) => `${campaign}@${version}`;

/** Keeps every document it has read, since versions never change, and the routes of the list it saw last. */
export function createBooks(client: DynamoDBClient, table: string): Books {
  const known = new Map<string, RunnableVersion>();
  let seen = { revision: -1, routes: createRoutes() };

  const load = async (wanted: readonly VersionId[]): Promise<void> => {
    const missing = wanted.filter((one) => !known.has(nameOf(one)));
    for (const version of await readVersions(client, table, missing)) {
      known.set(nameOf(version), runnable(version));
    }
  };

  const held: Held = {
    version: (campaign, version) => known.get(nameOf({ campaign, version })),
    segment: () => undefined,
  };

  return {
    open: async () => {
      const list = await readLiveList(client, table);
      if (list.revision !== seen.revision) {
        await load(list.live);
        const routes = createRoutes();
        for (const { state, ...one } of list.live) {
          const version = known.get(nameOf(one));
          if (version) routes.putCampaign(campaignCard(version, state));
        }
        seen = { revision: list.revision, routes };
      }
      return { playbook: playbookOf(seen.routes, held), workspace: defaultWorkspace };
    },
    fetch: (wanted) => load(wanted.flatMap((one) => (one.kind === 'version' ? [one] : []))),
  };
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
