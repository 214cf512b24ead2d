// Campaigns as marketers see them: what is live, what was, and what is being written, each with who and when.
import type { CampaignCard, CampaignState } from '../../workflows/engine/card.ts';
import type { CampaignDocument, CampaignVersion } from '../../workflows/model/campaign.ts';
import { triggerTypeOf } from '../../workflows/triggers/index.ts';
import type {
  BookKeeping,
  Draft,
  DraftLine,
  Drafts,
  Publications,
  Source,
  Went,
} from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { ListRequest } from '../listing.ts';

interface CampaignsPorts {
  readonly book: Pick<BookKeeping, 'read'>;
  readonly drafts: Pick<Drafts, 'list' | 'get'>;
  readonly publications: Pick<Publications, 'read' | 'source' | 'versions'>;
}

interface CampaignLine {
  readonly id: string;
  readonly name: string;
  /** One that was never published is a draft. */
  readonly state: CampaignState | 'draft';
  readonly version?: number;
  /** What lets people in, in words. */
  readonly trigger?: string;
  /** \"event\", \"schedule\" and so on, as documents name it. */
  readonly triggerType?: string;
  readonly published?: CampaignCard['published'];
  readonly changed?: CampaignCard['changed'];
  /** There is writing that is not live. */
  readonly draft?: Pick<DraftLine, 'revision' | 'by' | 'at'>;
}

interface Wanted {
  readonly state?: CampaignLine['state'] | undefined;
  /** A part of its name or id, in whatever case. */
  readonly search?: string | undefined;
}

/** By id. A search reads the names of all campaigns, a list those of its portion. */
export async function listCampaigns(
  { book, drafts, publications }: CampaignsPorts,
  { limit, after = '' }: ListRequest<string>,
  { state, search = '' }: Wanted = {},
): Promise<CampaignLine[]> {
  const [{ campaigns }, written] = await Promise.all([book.read(), drafts.list()]);
  const draftOf = new Map(written.map((line) => [line.campaign, line]));
  const ids = [...new Set([...campaigns.keys(), ...draftOf.keys()])]
    .filter((id) => id > after && (!state || (campaigns.get(id)?.state ?? 'draft') === state))
    .sort();
  const page = search === '' ? ids.slice(0, limit) : ids;
  const cards = page.flatMap((id) => campaigns.get(id) ?? []);
  const wanted = cards.map(({ id, version }) => ({ campaign: id, version }));
  const versions = await publications.read(wanted);
  const documents = new Map(versions.map(({ campaign, document }) => [campaign, document]));
  return page
    .map((id) =>
      lineOf(id, {
        card: campaigns.get(id),
        draft: draftOf.get(id),
        document: documents.get(id),
      }),
    )
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(search.toLowerCase()))
    .slice(0, limit);
}

interface Known {
  readonly card: CampaignCard | undefined;
  readonly draft: Omit<DraftLine, 'campaign'> | undefined;
  readonly document: CampaignDocument | undefined;
}

const sentenceOf = ({ trigger }: CampaignDocument) => triggerTypeOf(trigger).sentence(trigger);

function lineOf(id: string, { card, draft, document }: Known): CampaignLine {
  const { state = 'draft', version, published, changed } = card ?? {};
  return {
    id,
    name: document?.name ?? draft?.name ?? id,
    state,
    ...(version !== undefined && { version }),
    ...(document && {
      ...{ trigger: sentenceOf(document), triggerType: triggerTypeOf(document.trigger).type },
    }),
    ...(published && { published }),
    ...(changed && { changed }),
    ...(draft && { draft: { revision: draft.revision, by: draft.by, at: draft.at } }),
  };
}

interface CampaignView extends CampaignLine {
  /** What is live, as it was written. */
  readonly live?: Source | undefined;
  /** What is being written. */
  readonly writing?: Draft | undefined;
  /** The newest first. */
  readonly versions: readonly Went[];
}

/** Throws Refused(404). */
export async function readCampaign(ports: CampaignsPorts, id: string): Promise<CampaignView> {
  const { publications } = ports;
  const [{ campaigns }, draft] = await Promise.all([ports.book.read(), ports.drafts.get(id)]);
  const card = campaigns.get(id);
  if (!card && !draft) throw new Refused(404, 'There is no such campaign');
  const [[version], live, versions] = await Promise.all([
    card ? publications.read([{ campaign: id, version: card.version }]) : [],
    card && publications.source(id, card.version),
    versionsOf(publications, id, card),
  ]);
  const line = lineOf(id, { card, draft, document: version?.document });
  return { ...line, ...(live && { live }), ...(draft && { writing: draft }), versions };
}

/** The card knows of the live one before anybody has noted it. */
async function versionsOf(
  { versions }: Pick<Publications, 'versions'>,
  id: string,
  card: CampaignCard | undefined,
): Promise<Went[]> {
  const noted = await versions(id);
  if (!card || noted.some(({ version }) => version === card.version)) return noted;
  return [{ version: card.version, ...(card.published ?? { at: 0, by: '' }) }, ...noted];
}

interface VersionView extends CampaignVersion {
  readonly source?: Source | undefined;
}

/** Any version, also of a campaign that is live no more. Throws Refused(404). */
export async function readVersion(
  { publications }: Pick<CampaignsPorts, 'publications'>,
  campaign: string,
  version: number,
): Promise<VersionView> {
  const [[found], source] = await Promise.all([
    publications.read([{ campaign, version }]),
    publications.source(campaign, version),
  ]);
  if (!found) throw new Refused(404, 'There is no such version');
  return { ...found, ...(source && { source }) };
}
