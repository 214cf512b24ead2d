// What the API answers is what its description promises: every list and every reading, and
// the changes before them, on a workspace that lives.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';
import { createRoute } from '../../functions/api/route.ts';
import { catchLog } from '../support/log-lines.ts';
import { send } from '../support/sender.ts';
import { get, identify, order, tell } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
const route = createRoute(endpoints);

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/** Asks for a change, and holds what is answered against what was promised. */
async function call(method: string, path: string, body?: unknown, more: object = {}) {
  const { world, keys } = workspace;
  const headers = { authorization: `Bearer ${keys.adminToken}`, ...more };
  const sent = { path, method, headers, body: JSON.stringify(body) };
  const { statusCode, body: text = 'null' } = await send(world, 'api', sent);
  const { answer, status = 200 } = route(method, path)?.endpoint ?? {};
  expect([path, statusCode, text]).toEqual([path, status, text]);
  const answered = JSON.parse(text || 'null');
  if (status !== 204) expect(answer?.parse(answered)).toEqual(answered);
  return answered as Changed;
}

const callThem = {
  templates: {},
  campaign: {
    name: 'Call them',
    trigger: { event: 'Call Wanted' },
    reentry: 'always',
    steps: [{ task: { title: 'Call', for: 'sales', due: '2 days' } }],
  },
};

const hello = {
  kind: 'transactional',
  subject: 'Hello',
  mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text><mj-include path="blocks/rule.mjml" /></mj-column></mj-section></mj-body></mjml>',
};

/** What a program and a marketer do in a day. */
async function live(): Promise<void> {
  await call('PUT', '/api/products/phone', { name: 'Phone', complements: ['case'] });
  await call('PUT', '/api/offers/ten-off', {
    name: 'Ten off',
    kind: 'discount',
    redemption: { event: 'Order Completed' },
    stock: 3,
  });
  await call('PUT', '/api/campaigns/call-them', callThem);
  const { revision } = await call('PUT', '/api/campaigns/call-them/draft', callThem);
  const ifMatch = { 'if-match': `"${revision}"` };
  await call('POST', '/api/campaigns/call-them/draft/publish', undefined, ifMatch);
  await call('POST', '/api/contacts', { user: 'cy', email: 'cy@example.com' });
  await call('PATCH', '/api/contacts/user:cy', { set: { plan: 'pro' }, tag: ['vip'] });
  await call('POST', '/api/contacts/user:cy/events', { name: 'Call Wanted' });
  await call('POST', '/api/contacts/user:ann/events', { name: 'Call Wanted' });
  await call('POST', '/api/contacts', { user: 'cyril', email: 'cyril@example.com' });
  await call('POST', '/api/contacts/user:cy/merge', { with: 'user:cyril' });
  await workspace.world.quiet();
  const { items } = await get<{ items: { id: string }[] }>(
    workspace,
    '/api/contacts/user:cy/tasks',
  );
  const [kept] = items as unknown as { task: { id: string } }[];
  await call('PUT', `/api/contacts/user:cy/tasks/${kept?.task.id}`, { state: 'done', note: 'Ok' });
  await call('POST', '/api/imports/inspect', {
    name: 'a.csv',
    sample: Buffer.from('Email,Plan\nb@example.com,pro\n').toString('base64'),
  });
  await call('POST', '/api/campaigns/call-them/pause', { because: 'a holiday' });
}

/** What stands between braces in the paths. */
let values: Readonly<Record<string, string>>;

beforeAll(async () => {
  catchLog();
  workspace = await openWorkspace();
  const interest = { topic: 'credit card interest rate' };
  const logged = {
    type: 'track',
    userId: 'ann',
    event: 'Support Call Logged',
    properties: interest,
  };
  await tell(workspace, identify('ann'), logged, order('ann'));
  await tell(workspace, { type: 'group', userId: 'ann', groupId: 'acme', traits: { plan: 'pro' } });
  await tell(workspace, { type: 'track', userId: 'ann' });
  const { items } = await get<{ items: { id: string }[] }>(workspace, '/api/quarantine/2026-01-05');
  await live();
  await call('PUT', '/api/lists/fair', { name: 'The fair' });
  await call('PUT', '/api/segments/everybody', {
    name: 'Everybody',
    condition: { op: 'not', rule: { op: 'in_list', list: 'fair' } },
  });
  await call('PUT', '/api/sources/billing', { kind: 'standard-webhooks' });
  await call('POST', '/api/sources/billing/secrets', {});
  const registered = { url: 'https://hooks.example.com/in', events: ['message.bounced'] };
  await call('PUT', '/api/webhook-endpoints/crm', registered);
  await call('POST', '/api/webhook-endpoints/crm/secrets');
  await call('PUT', '/api/blocks/rule', { mjml: '<mj-divider />' });
  await call('PUT', '/api/templates/hello', hello);
  const greeting = { name: 'Greet', trigger: { event: 'Came In' }, steps: [{ send: 'hello' }] };
  await call('PUT', '/api/campaigns/greet', { campaign: greeting });
  await call('POST', '/api/contacts/user:ann/events', { name: 'Came In' });
  await call('PUT', '/api/campaigns/event-based/draft', { campaign: { name: 'Next' } });
  const imported = await call('POST', '/api/imports', {
    columns: [{ header: 'Email', to: 'email' }],
    file: { name: 'a.csv', hash: '0'.repeat(64), bytes: 20, parts: 2 },
  });
  await call('PUT', `/api/imports/${imported.id}/parts/0`, { first: 2, rows: [['b@example.com']] });
  const preview = await call('POST', '/api/campaigns/event-based/move/preview', {});
  for (const change of ['pause', 'resume', 'stop'])
    await call('POST', `/api/jobs/${preview.id}/${change}`);
  await tell(workspace, identify('bob'));
  const erasure = await call('POST', '/api/contacts/user:bob/erase', {});
  await workspace.world.advance(60_000);
  const mails = await get<{ items: { message: string }[] }>(
    workspace,
    '/api/contacts/user:ann/messages',
  );
  values = {
    message: mails.items[0]?.message ?? '',
    ...{ account: 'acme', contact: 'user:ann', segment: 'everybody', job: preview.id ?? '' },
    ...{ campaign: 'event-based', version: '1', day: '2026-01-05', list: 'fair', name: 'billing' },
    ...{ quarantined: items[0]?.id ?? '', erasure: erasure.id ?? '' },
    imported: imported.id ?? '',
    ...{ endpoint: 'crm', template: 'hello', block: 'rule' },
  };
});
afterAll(() => {
  workspace.world.close();
  vi.restoreAllMocks();
});

/** The first word of a path says what its id is of. */
const kinds: Readonly<Record<string, string>> = {
  accounts: 'account',
  campaigns: 'campaign',
  contacts: 'contact',
  segments: 'segment',
  jobs: 'job',
  quarantine: 'quarantined',
  erasures: 'erasure',
  imports: 'imported',
  'webhook-endpoints': 'endpoint',
  templates: 'template',
  blocks: 'block',
};

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const kind = name === 'id' ? kinds[path.split('/')[2] ?? ''] : name;
    return values[kind ?? ''] ?? '';
  });

const read = endpoints.filter(({ method, files }) => method === 'GET' && files === undefined);

test.each(read.map(({ path }) => path))('GET %s', async (path) => {
  const answer = await get<object>(workspace, filled(path));
  const promised = endpoints.find((one) => one.path === path && one.method === 'GET')?.answer;
  if (promised) expect(promised.parse(answer)).toEqual(answer);
});
