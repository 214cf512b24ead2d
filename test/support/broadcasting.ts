// A shop with a campaign of news that a time of the clock starts, and readers in several time zones.
import { createPublications } from '../../functions/adapters/publications.ts';
import { scheduleCampaign } from '../../functions/use-cases/broadcast.ts';
import type { Publication } from '../../infra/programs.ts';
import { type Adjust, crawlingWith, steer, steered } from './crawler.ts';
import { campaign, tell } from './shop.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const mail = campaign('', 'marketing', 'News');
const made = new Map<string, readonly Publication[]>();

/** Published once for all tests that ask for the same. */
function news(document: object): readonly Publication[] {
  const key = JSON.stringify(document);
  const body = { ...mail, campaign: { ...(mail.campaign as object), ...document } };
  const publications = made.get(key) ?? [
    { id: 'news', body },
    { id: 'receipt', body: campaign('Order Completed', 'transactional', 'Your order') },
  ];
  made.set(key, publications);
  return publications;
}

interface Broadcasting {
  /** The trigger's schedule. */
  readonly schedule: object;
  /** More of the campaign's document. */
  readonly more?: object;
  readonly adjust?: Adjust;
  readonly options?: WorkspaceOptions;
}

/** The campaign is published and scheduled; nobody is there yet. */
export async function openBroadcasting(given: Broadcasting): Promise<Workspace> {
  const { schedule, more, adjust, options } = given;
  const replaced = { crawl: crawlingWith(adjust), api: steered, ...options?.replaced };
  const publications = news({ trigger: { schedule }, ...more });
  const workspace = await openWorkspace({ ...options, replaced }, publications);
  const { world } = workspace;
  const [version] = (await createPublications(world.observer, world.tables.core).list()).filter(
    (one) => one.campaign === 'news',
  );
  if (!version) throw new Error('There is no news');
  await steer(workspace, (ports) => scheduleCampaign(ports, version, 'UTC'));
  return workspace;
}

export const readers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `reader-${index}`);

export const subscribe = (workspace: Workspace, users: readonly string[], traits: object = {}) =>
  tell(
    workspace,
    ...users.map((userId) => ({
      type: 'identify',
      userId,
      traits: { email: `${userId}@example.com`, ...traits },
    })),
  );
