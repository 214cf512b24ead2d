// Where each thing lives: the keys of the three tables, in one place.
import { createHash } from 'node:crypto';
import type { Instant } from '../../workflows/model/time.ts';

/** 22 characters of base64url: 132 bits of SHA-256. */
export const hash = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

const stamp = (at: Instant) => String(at).padStart(15, '0');
const day = (at: Instant) => new Date(at).toISOString().slice(0, 10);
const minute = (at: Instant) => new Date(at).toISOString().slice(0, 16);

const key = (pk: string, sk = 'A') => ({ pk: { S: pk }, sk: { S: sk } });

/** Alarms of one day are spread over this many partitions, each good for 1,000 writes a second. */
export const alarmShards = 4;

export const keys = {
  contact: (id: string) => key(`C#${id}`),
  identity: (text: string) => key(`I#${text.slice(0, text.indexOf(':'))}#${hash(text)}`),
  /** A key of somebody who was erased, as a salted hash. */
  erased: (salted: string) => key(`S#${salted}`),
  erasure: (id: string) => key('ERASURES', id),
  settings: () => key('SETTINGS'),
  account: (id: string) => key(`AC#${id}`),
  /** In a partition beside the account's, which holds nothing else. */
  member: (account: string, contact: string) => key(`AM#${account}`, contact),
  /** The same from the contact's side: what an erasure finds. */
  membership: (contact: string, account: string) => key(`CA#${contact}`, `A#${account}`),
  /** A text by which a contact is found: thousands of people share two letters, hardly ever millions. */
  found: (text: string, contact: string) =>
    key(`F#${[...text].slice(0, 2).join('')}`, `${text}#${contact}`),
  /** What a contact is found by since that revision. */
  foundBy: (contact: string, revision: number) => key(`CF#${contact}`, stamp(revision)),
  listedAccount: (id: string) => key('ACCOUNTS', id),
  access: (kind: 'write' | 'token', secret: string) =>
    key(`K#${kind}#${createHash('sha256').update(secret).digest('hex')}`),
  accessName: (kind: 'write' | 'token', name: string) => key(`KN#${kind}`, `N#${name}`),
  /** By its secret, which is not kept. */
  session: (secret: string) => key(`SE#${createHash('sha256').update(secret).digest('hex')}`),
  user: (email: string) => key('USERS', `U#${email}`),
  audit: (at: Instant, id: string) => key('AUDIT', `${stamp(at)}#${id}`),
  /** All that is live: a stamp, the entries it leads to, and snapshots of the whole. */
  stamp: () => key('BOOK', 'STAMP'),
  entry: (name: string) => key('BOOK', name),
  bookPage: (head: string, page: number) => key(`BOOK#${head}`, pad(page)),
  version: (campaign: string, version: number) => keys.versionOf({ campaign }, version),
  /** Beside the contact and not in its partition, where passes over all contacts would come across them. */
  task: (contact: string, id: string) => key(`CT#${contact}`, id),
  openTask: (due: Instant, id: string) => key(openTasks, `${stamp(due)}#${id}`),
  /** What the marketer wrote, as it was written. */
  source: (campaign: string, version: number) => key(`CP#${campaign}`, `S#${pad(version)}`),
  /** That a version went live: of the versions of a campaign, or of a segment, only these were ever run. */
  went: (of: Of, version: number) => key(partitionOf(of), `L#${pad(version)}`),
  eventNames: () => key('EVENTS'),
  /** What came with contacts, with accounts, and with the events of each name. */
  section: (of: string) => key('SCHEMA', of),
  mismatches: (attribute: string) => key('SCHEMA#MISMATCHES', attribute),
  draft: (campaign: string) => key(`CP#${campaign}`, 'DRAFT'),
  listedDraft: (campaign: string) => key('DRAFTS', campaign),
  segmentVersion: (segment: string, version: number) => keys.versionOf({ segment }, version),
  versionOf: (of: Of, version: number) => key(partitionOf(of), `V#${pad(version)}`),
  /** The newest of each template or block of the library, as a line in one list. */
  shelved: (of: Shelved) =>
    'template' in of ? key('TEMPLATES', `T#${of.template}`) : key('BLOCKS', `B#${of.block}`),
  template: (campaign: string, version: number, name: string) =>
    key(`CP#${campaign}`, `T#${pad(version)}#${name}`),
  timeline: (contact: string, at: Instant, entry: string) =>
    key(`C#${contact}`, `${stamp(at)}#${entry}`),
  /** Beside the timeline, which is read from its end, and has its own time to live. */
  consent: (contact: string, at: Instant, id: string) => key(`CL#${contact}`, `${stamp(at)}#${id}`),
  page: (page: string) => key(`M#${page}`),
  /** The one clock of all senders. */
  pace: () => key('PACE'),
  alarm: (due: Instant, contact: string) =>
    key(alarmBucket(due, alarmShard(contact)), `${stamp(due)}#${contact}`),
  watermark: (shard: number) => key('SWEEP', String(shard)),
  evidence: (sentAt: Instant, id: string) => key(`E#${minute(sentAt)}`, id),
  /** Links of a message that were followed in that minute; and what it brought first. */
  hits: (message: string, at: Instant) => key(`H#${message}`, minute(at)),
  firstHits: (message: string) => key(`H#${message}`, 'FIRST'),
  /** Who was asked on a day to confirm what. */
  askings: (address: string, purpose: string, at: Instant) =>
    key(`ASKED#${address}`, `${day(at)}#${purpose}`),
  doubt: (until: Instant, message: string) => key('DOUBT', `${stamp(until)}#${message}`),
  quarantine: (at: Instant, id: string) => key(`Q#${day(at)}`, `${stamp(at)}#${id}`),
  replay: (id: string, index: number) => key(`QR#${id}`, pad(index)),
  resolved: (at: Instant, message: string) => key('DOUBT#RESOLVED', `${stamp(at)}#${message}`),
  job: (id: string) => key('JOB', id),
  chunk: (job: string, chunk: number) => key(`JOB#${job}`, String(chunk).padStart(4, '0')),
  aside: (job: string, contact: string) => key(`JOB#${job}#ASIDE`, contact),
  import: (fingerprint: string) => key(`IMPORT#${fingerprint}`),
  /** A part of a file: each in a partition of its own, since it is large. */
  part: (job: string, part: number) => key(`JOB#${job}#PART#${part}`),
  importResults: (job: string, part: number, offset: number) =>
    key(`JOB#${job}#ROWS`, `${pad(part)}#${pad(offset)}`),
  schedule: (of: string) => key('SCHEDULE', of),
  /** Tells whether the catalog has changed; the catalog itself lies beside it in parts. */
  catalogHead: () => key('CATALOG', 'HEAD'),
  catalogPart: (part: string, shard: number) => key('CATALOG', `${part}#${pad(shard)}`),
  stock: (offer: string) => key(`STOCK#${offer}`),
  tally: (campaign: string, shard: number, day: string) => key(`TALLY#${campaign}#${shard}`, day),
  tallyMark: (campaign: string) => key(`TALLY#${campaign}`, 'MARK'),
  /** What was counted of a source on a day. */
  seen: (source: string, day: string) => key(`SEEN#${source}`, day),
  /** The newest single things that came in on a day, an item for each source. */
  arrived: (at: Instant, source: string) => key(`ARRIVED#${day(at)}`, source),
  /** Those that are told of messages: they are few, and always read together. */
  webhookEndpoints: () => key('WEBHOOKS'),
  hook: (name: string) => key('HOOKS', name),
  orderPage: (at: Instant, id: string) => key(orderDay(at), `${stamp(at)}#${id}`),
  orderTotals: () => key('ORDERS', 'TOTALS'),
  orderCounts: (shard: number) => key('ORDERS#COUNTS', pad(shard)),
} as const;

/** Pages of orders lie by the day on which they were written. */
export const orderDay = (at: Instant) => `O#${day(at)}`;

/** One partition: a team has thousands of open tasks, not millions. */
const openTasks = 'TASK#OPEN';

/** What is in the library. */
export type Shelved = { readonly template: string } | { readonly block: string };

/** What versions are of. */
export type Of = { readonly campaign: string } | { readonly segment: string } | Shelved;

function partitionOf(of: Of): string {
  if ('campaign' in of) return `CP#${of.campaign}`;
  if ('segment' in of) return `SG#${of.segment}`;
  return 'template' in of ? `TP#${of.template}` : `BK#${of.block}`;
}

const pad = (version: number) => String(version).padStart(6, '0');

export const alarmBucket = (at: Instant, shard: number) => `T#${day(at)}#${shard}`;
export const alarmShard = (contact: string) => contact.charCodeAt(contact.length - 1) % alarmShards;

/** The sort key that every entry of that moment or later is at or above. */
export const from = stamp;
