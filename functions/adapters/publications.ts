// Publishing a campaign into the core table: its version, templates and source first, and then the book that makes it live.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type CampaignCard, campaignCard } from '../../workflows/engine/card.ts';
import { succeed } from '../../workflows/engine/succession.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { CompiledTemplate } from '../../workflows/model/template.ts';
import type { BookKeeping, Publications, Release, Source, VersionId } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { PublishedTemplate } from '../ports.ts';
import { createBookKeeping } from './book-keeping.ts';
import { type Item, readAll, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, packWithin, unpack } from './packing.ts';
import { createVersions } from './versions.ts';

export function createPublications(
  client: DynamoDBClient,
  table: string,
  book: BookKeeping = createBookKeeping(client, table),
): Publications {
  const versions = createVersions(client, table);
  const read = async (wanted: readonly VersionId[]): Promise<CampaignVersion[]> => {
    const at = wanted.map(({ campaign, version }) => keys.version(campaign, version));
    const items = await readAll(client, table, at, true);
    return items.map((item) => unpack<CampaignVersion>(item));
  };
  return {
    publish: async (draft, templates, release) => {
      const { campaign } = draft;
      const live = await book.read();
      release.check(live);
      const before = live.campaigns.get(campaign);
      const make = (version: number): CampaignVersion => ({ ...draft, version });
      const written = await versions.claim({ campaign }, before, make);
      await writeAll(client, table, documents(written, templates, release.source));
      if (before) await versions.mark({ campaign }, [before]);
      await release.prepare?.(written);
      const went = await makeLive(book, written, release);
      await versions.mark({ campaign }, went);
      return written;
    },

    list: async () => {
      const { campaigns } = await book.read();
      return read([...campaigns.values()].map(({ id, version }) => ({ campaign: id, version })));
    },

    read,

    source: async (campaign, version) => {
      const Key = keys.source(campaign, version);
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
      return Item && unpack<Source>(Item);
    },

    versions: (campaign) => versions.list({ campaign }),
  };
}

/** Answers the cards that went live: this version's, and the one whose place it took. */
async function makeLive(
  book: BookKeeping,
  version: CampaignVersion,
  release: Omit<Release, 'prepare'>,
): Promise<CampaignCard[]> {
  let went: CampaignCard[] = [];
  await book.change((live) => {
    release.check(live);
    const previous = live.campaigns.get(version.campaign);
    const campaign = cardAfter(previous, version, release);
    went = previous ? [previous, campaign] : [campaign];
    return { change: { campaign }, by: release.by, at: release.at };
  });
  return went;
}

function cardAfter(
  previous: CampaignCard | undefined,
  version: CampaignVersion,
  { by, at }: Pick<Release, 'by' | 'at'>,
): CampaignCard {
  const card = { ...campaignCard(version, 'live'), published: { by, at } };
  if (!previous) return card;
  if (previous.version > version.version)
    throw new Refused(409, `Version ${previous.version} was published at the same moment`);
  const { state, changed } = previous;
  const paused = state === 'paused' && { state, ...(changed && { changed }) };
  return succeed({ ...card, ...paused }, previous, at);
}

const documents = (
  { campaign, version, document }: CampaignVersion,
  templates: readonly CompiledTemplate[],
  source: Source,
): Item[] => [
  { ...keys.source(campaign, version), ...pack(source) },
  ...templates.map((template) => ({
    ...keys.template(campaign, version, template.name),
    ...packWithin(
      { ...template, campaignName: document.name } satisfies PublishedTemplate,
      `Template ${template.name} with its languages`,
    ),
  })),
];
