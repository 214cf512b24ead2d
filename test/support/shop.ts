// A shop: a workspace with small campaigns (a receipt, an offer, a nudge two days later), its customers, and the
// clerk who reads their timelines.
import type { TimelineRow } from '../../functions/ports.ts';
import type { Publication } from '../../infra/programs.ts';
import { call, send } from './sender.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

const footer = '{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a>';

/** One mail for every event of that name, at once or after a wait. */
export const campaign = (
  event: string,
  kind: 'marketing' | 'transactional',
  subject: string,
  wait?: string,
): Publication['body'] => ({
  campaign: {
    name: `Mail on ${event}`,
    trigger: { event },
    basis: 'soft_opt_in',
    reentry: 'always',
    steps: [...(wait === undefined ? [] : [{ wait: { for: wait } }]), { send: 'mail' }],
  },
  templates: { mail: { kind, subject, mjml: mjml(kind === 'marketing' ? footer : 'Thank you') } },
});

const publications: readonly Publication[] = [
  { id: 'receipt', body: campaign('Order Completed', 'transactional', 'Order {{ event.number }}') },
  { id: 'offer', body: campaign('Cart Abandoned', 'marketing', 'Come back') },
  { id: 'nudge', body: campaign('Cart Filled', 'marketing', 'Still there?', '2 days') },
];

export const openShop = (options: WorkspaceOptions = {}): Promise<Workspace> =>
  openWorkspace(options, publications);

export const identify = (user: string, email = `${user}@example.com`) => ({
  type: 'identify',
  userId: user,
  traits: { email },
});
export const order = (user: string, number: string | null = '1') => ({
  type: 'track',
  event: 'Order Completed',
  userId: user,
  properties: { number },
});
export const abandon = (user: string) => ({ type: 'track', event: 'Cart Abandoned', userId: user });

export const fill = (user: string) => ({ type: 'track', event: 'Cart Filled', userId: user });

/** Posts events as a website does, each with an id of its own unless it has one. */
export async function post({ world, keys }: Workspace, ...events: readonly object[]) {
  const timestamp = new Date(world.now()).toISOString();
  const batch = events.map((event) => ({ timestamp, messageId: crypto.randomUUID(), ...event }));
  const body = JSON.stringify({ batch, writeKey: keys.writeKey });
  return send(world, 'ingest', { path: '/v1/batch', body });
}

/** The same, and all that follows at once has happened. */
export async function tell(workspace: Workspace, ...events: readonly object[]): Promise<void> {
  await post(workspace, ...events);
  await workspace.world.quiet();
}

export const get = <T>({ world, keys }: Workspace, path: string): Promise<T> =>
  call(world, keys.adminToken, { method: 'GET', path }) as Promise<T>;

export type Row = TimelineRow & { readonly messages: Readonly<Record<string, string>> };

/** Newest first. `who` is a key such as "user:42". */
export const timeline = async (workspace: Workspace, who: string): Promise<Row[]> =>
  (await get<{ items: Row[] }>(workspace, `/api/contacts/${who}/timeline`)).items;

/** States of the messages a contact was to get, oldest first, with the reason where one was told. */
export async function fates(workspace: Workspace, who: string): Promise<string[]> {
  const rows = (await timeline(workspace, who)).reverse();
  const reasons = new Map(
    rows.flatMap(({ kind, id, about }) => (kind === 'message' ? [[id, about.because]] : [])),
  );
  return rows.flatMap(({ messages }) =>
    Object.entries(messages).map(([id, state]) =>
      [state, reasons.get(id)].filter(Boolean).join(': '),
    ),
  );
}

export const contactOf = async (workspace: Workspace, who: string): Promise<string> =>
  (await get<{ id: string }>(workspace, `/api/contacts/${who}`)).id;

/** Addresses in the order in which SES took mail for them. */
export const mailed = async ({ world }: Workspace): Promise<string[]> =>
  (await world.outbox.letters()).map(({ to }) => to);

/** Follows the one-click unsubscribe of the newest mail to an address, as a mailbox provider does. */
export async function unsubscribe({ world }: Workspace, address: string) {
  const letter = (await world.outbox.letters({ to: address })).at(-1);
  const link = /<([^>]+)>/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  const path = new URL(link).pathname;
  const token = path.slice('/u/'.length);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = 'List-Unsubscribe=One-Click';
  return send(world, 'pages', { path, headers, body, pathParameters: { token } });
}
