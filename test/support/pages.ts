// A shop whose people choose what they get: topics, double opt-in, the mails that ask to confirm, and a reader who follows
// the links of a mail and presses the buttons of a page, as a browser without a script does.
import { campaignPuts, libraryPuts, type Publication } from '../../infra/programs.ts';
import type { WorkspaceRules } from '../../workflows/model/workspace.ts';
import { call, send } from './sender.ts';
import { identify, tell } from './shop.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

export const topics: WorkspaceRules['topics'] = [
  {
    ...{ id: 'news', name: 'Company news', joined: 'opt_out' },
    names: { fa: 'خبرهای ما', pl: 'Nowości firmy' },
    description: 'What is new with us, once a month.',
    descriptions: {
      fa: 'ماهی یک بار، هر چه نزد ما تازه است.',
      pl: 'Raz w miesiącu, co u nas nowego.',
    },
  },
  {
    ...{ id: 'offers', name: 'Offers', joined: 'opt_in' },
    names: { fa: 'پیشنهادها', pl: 'Oferty' },
    description: 'Sales and discounts, at most twice a month.',
    descriptions: {
      fa: 'حراج و تخفیف، حداکثر ماهی دو بار.',
      pl: 'Wyprzedaże i rabaty, najwyżej dwa razy w miesiącu.',
    },
  },
];

const mail = (kind: 'marketing' | 'transactional', text: string) => ({
  kind,
  subject: 'Hello',
  mjml: `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`,
});

const choose = '<a href="{{ preferences_url }}">Choose</a>';
const leave = '{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a>';

const plain = (event: string, more: object) => ({
  ...{ name: event, trigger: { event }, reentry: 'always', steps: [{ send: 'mail' }] },
  ...more,
});

const publications: readonly Publication[] = [
  {
    id: 'hello',
    body: {
      campaign: plain('Hello', { basis: 'soft_opt_in' }),
      templates: { mail: mail('marketing', `${leave} ${choose}`) },
    },
  },
  {
    id: 'receipt',
    body: {
      campaign: plain('Order Completed', {}),
      templates: { mail: mail('transactional', choose) },
    },
  },
];

const onTopic: Publication = {
  id: 'news',
  body: {
    campaign: plain('News', { basis: 'soft_opt_in', topic: 'news' }),
    templates: { mail: mail('marketing', leave) },
  },
};

const confirming = ['confirm-address', 'confirm-request'].map((id) => `/api/templates/${id}`);

/** `asks` publishes what asks people to confirm. */
export async function openPages(
  options: WorkspaceOptions & { readonly asks?: boolean } = {},
): Promise<Workspace> {
  const { asks = true, ...others } = options;
  const workspace = await openWorkspace(others, publications);
  await put(workspace, '/api/workspace', { ...plainly, topics });
  await put(workspace, `/api/campaigns/${onTopic.id}`, onTopic.body);
  const library = libraryPuts().filter(({ path }) => confirming.includes(path));
  for (const { path, body } of asks ? [...library, ...campaignPuts()] : [])
    await put(workspace, path, body);
  return workspace;
}

const plainly = { holdout: 0, smartSending: false, doubleOptIn: true };

export const put = ({ world, keys }: Workspace, path: string, body: unknown) =>
  call(world, keys.adminToken, { path, method: 'PUT', body: JSON.stringify(body) });

/** The newest mail to Sara has come; answers the path of its link to that page. */
export async function linkIn(
  { world }: Workspace,
  page: 'u' | 'p' | 'confirm',
  to = 'sara@example.com',
): Promise<string> {
  const { html = '' } = (await world.outbox.letters({ to })).at(-1) ?? {};
  const found = new RegExp(`http://localhost:4400(/${page}/[\\w.-]+)`).exec(html)?.[1];
  if (!found) throw new Error(`The newest mail to ${to} has no link to /${page}`);
  return found;
}

/** Answers where she chooses. */
export async function writeToSara(workspace: Workspace, traits: object = {}): Promise<string> {
  const { traits: known, ...sara } = identify('sara');
  const hello = { type: 'track', event: 'Hello', userId: 'sara' };
  await tell(workspace, { ...sara, traits: { ...known, ...traits } }, hello);
  return linkIn(workspace, 'p');
}

type Visited = Awaited<ReturnType<typeof send>> & { readonly body: string };

export async function look(
  { world }: Workspace,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Visited> {
  const answer = await send(world, 'pages', {
    path,
    method,
    headers,
    pathParameters: tokenIn(path),
  });
  return { body: '', ...answer };
}

const tokenIn = (path: string) => ({ token: /^\/[a-z]+\/([^?]*)/.exec(path)?.[1] ?? '' });

export async function post({ world }: Workspace, path: string, body: string): Promise<Visited> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await send(world, 'pages', { path, headers, body, pathParameters: tokenIn(path) });
  return { body: '', ...answer };
}

/** The fields of a form as the page came. */
export function fieldsOf(html: string, deed: string): URLSearchParams {
  const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([one]) => one);
  const found = forms.find((one) => one.includes(`name="do" value="${deed}"`));
  if (!found) throw new Error(`The page has no form for ${deed}`);
  const inputs = [
    ...found.matchAll(/<input type="(\w+)" name="(\w+)" value="([^"]*)"( checked)?>/g),
  ];
  const sent = inputs.filter(([, type, , , checked]) => type === 'hidden' || checked);
  return new URLSearchParams(
    sent.map(([, , name = '', value = '']): [string, string] => [name, value]),
  );
}

/** Opens the page, changes the form for that deed, and sends it. */
export async function press(
  workspace: Workspace,
  path: string,
  deed: string,
  change: (fields: URLSearchParams) => void = () => undefined,
): Promise<Visited> {
  const { body } = await look(workspace, path);
  const fields = fieldsOf(body, deed);
  change(fields);
  return post(workspace, path, fields.toString());
}

/** What the page says holds now. */
export const stateOf = ({ body }: { readonly body: string }): string =>
  (/<p class="state" role="status">([\s\S]*?)<\/p>/.exec(body)?.[1] ?? '').replace(/<[^>]+>/g, '');

export const titleOf = ({ body }: { readonly body: string }): string =>
  (/<h1>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '').replace(/<[^>]+>/g, '');
