// What a run has come to, without what may differ when work is done again: times, revisions, ledger pages.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { hash } from '../../functions/adapters/keys.ts';
import { unpack } from '../../functions/adapters/packing.ts';
import type { StoredContact, TimelineRow } from '../../functions/ports.ts';
import { budget } from '../../workflows/model/budget.ts';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import { nextDue } from '../../workflows/model/contact.ts';
import type { KeptTask } from '../../workflows/model/task.ts';
import type { World } from '../support/world.ts';

export interface EndState {
  readonly contacts: readonly unknown[];
  readonly rows: readonly unknown[];
  /** Lines of the consent ledger, each as often as it stands there. */
  readonly consents: readonly unknown[];
  /** State in the ledger by message; of one that stands on two pages, both. */
  readonly ledger: Readonly<Record<string, string>>;
  /** How many messages hold a place against which others are measured. */
  readonly places: number;
  /** How often each message went out. */
  readonly mails: Readonly<Record<string, number>>;
  /** What there is to do for the team, each task once. */
  readonly tasks: readonly unknown[];
  /** How many of each limited offer are taken. */
  readonly stock: readonly unknown[];
  readonly deadLetters: number;
  /** Contacts with something that should have been done by now. */
  readonly stuck: number;
}

export async function endState(world: World): Promise<EndState> {
  const core = await scan(world, world.tables.core);
  const stored = core.filter(startsWith('C#')).map((item) => unpack<StoredContact>(item));
  const activity = await scan(world, world.tables.activity);
  const rows = activity.filter(startsWith('C#')).map((item) => unpack<TimelineRow>(item));
  const consents = activity.filter(startsWith('CL#'));
  const pages = (await scan(world, world.tables.work)).filter(startsWith('M#'));
  const overdue = ({ contact }: StoredContact) =>
    (nextDue(contact) ?? world.now() + 1) <= world.now();
  const ledger = joined(pages.flatMap(marksOf));
  const heard = new Set(Object.keys(ledger).map((message) => hash(message).slice(0, 11)));
  const forgotten = world.now() - budget.appliedFor;
  const isForAll = (cause: string, at: number) => !heard.has(cause) && at > forgotten;
  return {
    contacts: sorted(stored.map((one) => contactOf(one, isForAll))),
    rows: sorted(rows.filter(({ kind }) => kind !== 'message').map(rowOf)),
    consents: sorted(consents.map((item) => lineOf(unpack<ConsentRecord>(item)))),
    ledger,
    places: stored.reduce((sum, { contact }) => sum + contact.sends.length, 0),
    mails: await countMails(world),
    tasks: sorted(core.filter(startsWith('CT#')).map((item) => taskOf(unpack<KeptTask>(item)))),
    stock: sorted(
      core.filter(startsWith('STOCK#')).map(({ pk, taken }) => [pk?.S, taken?.N ?? '0']),
    ),
    deadLetters: world.deadLetters(),
    stuck: stored.filter(overdue).length,
  };
}

type Items = Awaited<ReturnType<typeof scan>>;

async function scan(world: World, TableName: string) {
  return (await world.observer.send(new ScanCommand({ TableName }))).Items ?? [];
}

const startsWith = (prefix: string) => (item: Items[number]) => item.pk?.S?.startsWith(prefix);

const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();

/**
 * That a message did not leave is heard only where a sender died: it is left out of what was applied, and so is what
 * that one more write may have forgotten.
 */
function contactOf({ contact }: StoredContact, isForAll: (cause: string, at: number) => boolean) {
  const { id, identities, traits, consent, suppressions, entries, ended } = contact;
  return {
    ...{ id, identities, traits, suppressions },
    consent: consent?.status,
    enrollments: contact.enrollments.map(({ campaign, version, step }) => ({
      campaign,
      version,
      step,
    })),
    segments: Object.keys(contact.segments).sort(),
    lists: Object.keys(contact.lists).sort(),
    grants: (contact.grants ?? []).map(({ id, offer, product, redeemedAt }) => ({
      ...{ id, offer, product },
      isRedeemed: redeemedAt !== undefined,
    })),
    spent: contact.purchases?.total,
    entries: Object.entries(entries).map(([campaign, { count }]) => [campaign, count]),
    ended: Object.keys(ended),
    applied: contact.applied.filter((cause, at) => isForAll(cause, contact.appliedAt[at] ?? 0)),
  };
}

const lineOf = ({ contact, topic, status, method, actor }: ConsentRecord) => ({
  ...{ contact, topic, status, method, actor },
});

const taskOf = ({ task, finish }: KeptTask) => ({
  contact: task.contact,
  title: task.title,
  isFinished: finish !== undefined,
});

/** Who enters by a segment does so at the moment at which it is decided: that is in the enrollment's id. */
const timeless = new Set(['until', 'page', 'because', 'enrollment', 'orders']);

function rowOf({ kind, id, about, transitions }: TimelineRow) {
  // How often somebody's server was called may differ; what came of it may not.
  const { due: _, late: __, attempts: ___, ...rest } = about;
  return {
    kind,
    id: kind === 'alarm' || kind === 'webhook' ? '' : id,
    about: rest,
    transitions: transitions.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([name]) => !timeless.has(name))),
    ),
  };
}

function marksOf(item: Items[number]): [string, string][] {
  return Object.entries(item).flatMap(([name, value]) =>
    name.startsWith('msg_') ? [[name, value.S?.split('|')[0] ?? '']] : [],
  );
}

const joined = (marks: readonly [string, string][]): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(marks, ([message]) => message)].map(([message, all]) => [
      message,
      all.map(([, state]) => state).join(' and '),
    ]),
  );

async function countMails({ outbox }: World): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { headers, id, text } of await outbox.letters()) {
    // SES gives a mail an id of its own; ours is in the link that unsubscribes from it, or in another of its links.
    const ours = [headers['list-unsubscribe'], text].join();
    const message = /msg_[\w-]+/.exec(ours)?.[0] ?? id;
    counts[message] = (counts[message] ?? 0) + 1;
  }
  return counts;
}
