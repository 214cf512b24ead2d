// Publishing into the core table: templates first, then the version, then the list that makes it live.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';
import { Clash, Refused } from '../errors.ts';
import type { Publications, PublishedTemplate } from '../ports.ts';
import { liveListPut, readLiveList, readVersions } from './campaigns.ts';
import { put } from './conditional-put.ts';
import { writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack } from './packing.ts';

type Draft = Omit<CampaignVersion, 'version'>;

export function createPublications(client: DynamoDBClient, table: string): Publications {
  /** Claims the next free number: a version that was written but never went live keeps its own. */
  const writeVersion = async (draft: Draft, from: number): Promise<CampaignVersion> => {
    for (let version = from; version < from + 20; version += 1) {
      const written = { ...draft, version };
      const Item = { ...keys.version(draft.campaign, version), ...pack(written) };
      const isNew = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      if (await succeeds(put(client, isNew))) return written;
    }
    throw new Error(`No free version number for ${draft.campaign} from ${from} on`);
  };

  const makeLive = async ({ campaign, version }: CampaignVersion): Promise<void> => {
    const { revision, live } = await readLiveList(client, table);
    const others = live.filter((one) => one.campaign !== campaign);
    const next = { revision: revision + 1, live: [...others, { campaign, version, state: 'live' as const }] };
    if (await succeeds(put(client, liveListPut(table, next)))) return;
    throw new Refused(409, 'Another campaign was published at the same moment; please try again');
  };

  return {
    publish: async (draft, templates) => {
      const { live } = await readLiveList(client, table);
      const current = live.find(({ campaign }) => campaign === draft.campaign)?.version ?? 0;
      const version = await writeVersion(draft, current + 1);
      await writeAll(client, table, templates.map(templateItem(version)));
      await makeLive(version);
      return version;
    },
    list: async () => {
      const { live } = await readLiveList(client, table);
      return readVersions(client, table, live);
    },
  };
}

const templateItem =
  ({ campaign, version, document }: CampaignVersion) =>
  (template: CompiledTemplate) => ({
    ...keys.template(campaign, version, template.name),
    ...pack({ ...template, campaignName: document.name } satisfies PublishedTemplate),
  });

async function succeeds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Clash) return false;
    throw error;
  }
}
