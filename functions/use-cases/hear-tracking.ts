// Tracking: a hit that has waited becomes an event of its contact, human or machine, once in half an hour for each link.
// Refuses what is switched off by now; a contact that wants no tracking refuses by itself.
import * as z from 'zod';
import { trackedEvents, trackingSource } from '../../workflows/model/tracked.ts';
import type { Settings } from '../ports.ts';
import type { Hit, Hits } from '../tracking-ports.ts';
import type { Work } from './decision.ts';
import { holdFor, judgeHit, trackedByDefault } from './judge-hit.ts';

/** Told apart from what else is in the feedback queue by its one field. */
export const trackedBody = z.object({
  tracked: z.object({
    kind: z.enum(['open', 'click']),
    contact: z.string(),
    message: z.string(),
    campaign: z.string(),
    sentAt: z.int(),
    at: z.int(),
    url: z.optional(z.string()),
    signs: z.array(z.enum(['head', 'prefetch', 'privacy_proxy', 'bot', 'no_language'])),
  }),
});

interface TrackingPorts {
  readonly hits: Pick<Hits, 'around' | 'isFirst'>;
  readonly settings: () => Promise<Pick<Settings, 'tracking'>>;
  readonly hash: (text: string) => string;
}

/** The same thing within this time is no second one: a mail that is scrolled, a link that is tapped twice. */
const repeatedFor = 30 * 60_000;

/** Undefined when nothing is to be told. */
export async function hearTracking(ports: TrackingPorts, hit: Hit): Promise<Work | undefined> {
  const { kind, message, contact, campaign, at, sentAt, url } = hit;
  const { tracking = trackedByDefault } = await ports.settings();
  if (!tracking[kind === 'open' ? 'opens' : 'clicks']) return undefined;
  const { machine, signs } = judgeHit(hit, await ports.hits.around(message, at, holdFor));
  const by = machine ? 'machine' : 'person';
  const what = [kind, by, ...(url === undefined ? [] : [ports.hash(url).slice(0, 11)])].join('/');
  const id = `${message}/${what}/${Math.floor(at / repeatedFor).toString(36)}`;
  const event = {
    id,
    type: 'track',
    name: trackedEvents[kind],
    properties: {
      campaign_id: campaign,
      message_id: message,
      machine,
      // For reports: people and machines are counted by mail, and not by how often they come.
      first: await ports.hits.isFirst(message, `${kind}_${by}`, id),
      sent_at: new Date(sentAt).toISOString(),
      ...(url !== undefined && { link_url: url }),
      ...(signs.length > 0 && { signs: [...signs] }),
    },
    timestamp: at,
    receivedAt: at,
    source: trackingSource,
    contact,
  } as const;
  return { contact, cause: { kind: 'event', id, at, event } };
}
