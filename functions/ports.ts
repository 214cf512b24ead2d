// What the use-cases ask of the world. Declared here by those who need it, fulfilled in adapters/.
import type { World } from '../workflows/engine/draft.ts';
import type { Wanted } from '../workflows/engine/missing.ts';
import type { Playbook } from '../workflows/engine/playbook.ts';
import type { Cause } from '../workflows/model/cause.ts';
import type { ConsentRecord } from '../workflows/model/consent-record.ts';
import type { Contact } from '../workflows/model/contact.ts';
import type { Fields } from '../workflows/model/event.ts';
import type { Message } from '../workflows/model/message.ts';
import type { Order } from '../workflows/model/order.ts';
import type { CompiledTemplate } from '../workflows/model/template.ts';
import type { Instant, Milliseconds } from '../workflows/model/time.ts';
import type { Transition } from '../workflows/model/transition.ts';
import type { WorkspaceRules } from '../workflows/model/workspace.ts';
import type { Refound } from './finding-ports.ts';
import type { ListRequest } from './listing.ts';

/** One line of a contact's timeline. `about` is what happened, `transitions` what was decided, and why. */
export interface TimelineRow {
  readonly contact: string;
  readonly at: Instant;
  readonly kind: Cause['kind'] | 'message' | 'webhook';
  readonly id: string;
  readonly about: Fields;
  readonly transitions: readonly Transition[];
}

export interface Alarm {
  readonly contact: string;
  readonly due: Instant;
  readonly revision: number;
}

/** A message and the ledger page that holds its claim. */
export interface PagedMessage {
  readonly page: string;
  readonly message: Message;
}

/** What a decision sets in motion once it is written. Every one may be emitted again without harm. */
export type Effect =
  | { readonly kind: 'row'; readonly row: TimelineRow }
  /** A line of the consent ledger. */
  | { readonly kind: 'consent'; readonly record: ConsentRecord }
  | ({ readonly kind: 'message' } & PagedMessage)
  | { readonly kind: 'alarm'; readonly alarm: Alarm }
  /** A task, a webhook, or an event of ours. */
  | { readonly kind: 'order'; readonly order: Order }
  /** By what it is found from now on. */
  | { readonly kind: 'refound'; readonly refound: Refound }
  | { readonly kind: 'merged'; readonly merged: Merged };

/** A frozen contact that was taken in by another: what led to it leads there, and it is emptied. */
export interface Merged extends Pick<Contact, 'erasedAt'> {
  readonly contact: string;
  /** At which it was frozen. */
  readonly revision: number;
  readonly into: string;
  readonly keys: readonly string[];
}

export interface StoredContact {
  readonly contact: Contact;
  readonly outbox: readonly Effect[];
}

export interface Contacts {
  /** Contacts by id; those not yet stored are absent. */
  load(
    ids: readonly string[],
    read: { readonly consistent: boolean },
  ): Promise<Map<string, StoredContact>>;
  /** Writes if the stored revision is one less than the contact's. Throws Clash when it is not. */
  save(stored: StoredContact): Promise<void>;
}

export interface Identities {
  /** The contact each known key leads to. */
  find(keys: readonly string[]): Promise<Map<string, string>>;
  /** Binds a key that nobody holds; answers the holder, who may be somebody else. */
  bind(key: string, contact: string): Promise<string>;
  /** Hands a key on, if it is held by `from` still. */
  rebind(key: string, from: string, to: string): Promise<void>;
}

export interface Timeline {
  put(rows: readonly TimelineRow[]): Promise<void>;
  has(row: Pick<TimelineRow, 'contact' | 'at' | 'kind' | 'id'>): Promise<boolean>;
  /** Those that stand there word for word. One put just now may be missing from the answer. */
  standing(rows: readonly TimelineRow[]): Promise<ReadonlySet<TimelineRow>>;
  /** Newest first; older than `after`, where that is given. */
  list(
    contact: string,
    limit: number,
    after?: Pick<TimelineRow, 'at' | 'kind' | 'id'>,
  ): Promise<TimelineRow[]>;
}

/** Who wished what, and what proves it: lines are added, and never changed. */
export interface ConsentLedger {
  /** A line that stands there already stays as it is. */
  add(records: readonly ConsentRecord[]): Promise<void>;
  /** The newest first. */
  list(contact: string, request: ListRequest<ConsentPlace>): Promise<ConsentRecord[]>;
}

export type ConsentPlace = Pick<ConsentRecord, 'recorded_at' | 'id'>;

export interface SendQueue {
  send(messages: readonly PagedMessage[], delay?: Milliseconds): Promise<void>;
}

export interface Alarms {
  /** Due within minutes: straight to the queue with a delay. Later: into a bucket that the tick sweeps. */
  arm(alarms: readonly Alarm[]): Promise<void>;
}

/** What is published, as one batch of work sees it. */
export interface Book extends Pick<World, 'catalog' | 'stock' | 'rhythm' | 'attributes'> {
  readonly playbook: Playbook;
  readonly workspace: WorkspaceRules;
}

export interface Books {
  /** Read anew for each batch of work, so that who publishes and then tests sees what was published. */
  open(): Promise<Book>;
  /** Fetches what a decision was missing; the playbooks of every open book have it then. */
  fetch(wanted: readonly Wanted[]): Promise<void>;
}

/** A compiled template as a version carries it. */
export interface PublishedTemplate extends CompiledTemplate {
  readonly campaignName: string;
}

export interface Templates {
  /** The template that a version was published with. */
  get(campaign: string, version: number, name: string): Promise<PublishedTemplate>;
}

/** The owner's settings: who the mail is from, and the keys that sign links. */
export interface Settings {
  readonly organization: {
    readonly name: string;
    readonly address: string;
    /** Where answers go, if not to the address that mail is from. */
    readonly reply_to?: string | undefined;
    readonly website?: string | undefined;
    readonly logo_url?: string | undefined;
    readonly privacy_url?: string | undefined;
  };
  readonly signingKeys: readonly string[];
  /** What receivers verify our webhooks with, the newest first: after a change the one before still counts. */
  readonly webhookSecrets?: readonly string[];
  /** Salts what is made of people's keys: ids of contacts, and what an erasure leaves of them. It never changes. */
  readonly erasureSalt?: string;
  /** Whether opens and clicks of marketing mail are recorded; both are unless said otherwise. */
  readonly tracking?: Tracking;
}

export interface Tracking {
  readonly opens: boolean;
  readonly clicks: boolean;
}

export type Now = () => Instant;
export type Hash = (text: string) => string;
export type Pause = (time: Milliseconds) => Promise<void>;

export interface SettingsStore {
  /** Up to a minute old. */
  get(): Promise<Settings>;
  /** As they are, for whoever has just changed them, here or in another container. */
  read(): Promise<Settings>;
  setOrganization(organization: Settings['organization']): Promise<void>;
  setTracking(tracking: Tracking): Promise<void>;
  ensureSigningKey(): Promise<void>;
  ensureErasureSalt(): Promise<void>;
  ensureWebhookSecret(): Promise<void>;
  /** Makes a new one; of those before only the newest stays. */
  changeWebhookSecret(): Promise<void>;
}

export interface DueAlarms {
  readonly alarms: readonly Alarm[];
  /** Everything up to here has been read by now. */
  readonly upTo: Instant;
}

export interface AlarmBuckets {
  watermark(shard: number): Promise<Instant | undefined>;
  moveWatermark(shard: number, at: Instant): Promise<void>;
  /** Alarms later than `after`, up to and including `upTo`, page by page in the order of time. */
  due(
    shard: number,
    range: { readonly after: Instant; readonly upTo: Instant },
  ): AsyncIterable<DueAlarms>;
}
