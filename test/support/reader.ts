// A reader: gets a mail with links from a shop, opens it and clicks, as a browser or as something else does.
import type { Publication } from '../../infra/programs.ts';
import { send } from './sender.ts';
import { abandon, campaign, identify, tell, timeline } from './shop.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

export const minute = 60_000;
export const hour = 60 * minute;

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;

const links = ['hats', 'shoes', 'coats'].map(
  (one) => `<a href="https://shop.example/${one}?a=1&amp;b=2">${one}</a>`,
);
const body = `{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a> <a href="{{ preferences_url }}">Choose</a> ${links.join(' ')}`;

const offer = {
  ...campaign('Cart Abandoned', 'marketing', 'Come back'),
  templates: { mail: { kind: 'marketing', subject: 'Come back', mjml: mjml(body) } },
} as Publication['body'];
const receipt = {
  ...campaign('Order Completed', 'transactional', 'Thank you'),
  templates: {
    mail: { kind: 'transactional', subject: 'Thank you', mjml: mjml(links.join(' ')) },
  },
} as Publication['body'];
/** Whoever clicks gets another mail. */
const followUp = campaign('Email Link Clicked', 'marketing', 'You clicked');

const publications: readonly Publication[] = [
  { id: 'offer', body: offer },
  { id: 'receipt', body: receipt },
  { id: 'follow-up', body: followUp },
];

export const openShopWithLinks = (options: WorkspaceOptions = {}): Promise<Workspace> =>
  openWorkspace(options, publications);

export const browser = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'accept-language': 'fa-IR',
};

interface Addresses {
  readonly clicks: readonly string[];
  readonly trap: string;
  readonly pixel: string;
}

/** Writes to Ann, and reads what is behind the mail, an hour after it came. */
export async function write(
  workspace: Workspace,
  event: object = abandon('ann'),
): Promise<Addresses> {
  await tell(workspace, identify('ann'), event);
  await workspace.world.advance(hour);
  return read(workspace);
}

async function read(workspace: Workspace): Promise<Addresses> {
  const { html = '' } = (await workspace.world.outbox.letters()).at(-1) ?? {};
  const all = [...html.matchAll(/http:\/\/localhost:4400(\/[co]\/[\w.-]+)/g)].map(
    ([, it]) => it ?? '',
  );
  const clicks = all.filter((path) => path.startsWith('/c/'));
  return {
    clicks: clicks.slice(0, -1),
    trap: clicks.at(-1) ?? '',
    pixel: all.find((path) => path.startsWith('/o/')) ?? '',
  };
}

export const follow = (
  { world }: Workspace,
  path = '',
  headers: Readonly<Record<string, string>> = browser,
  method = 'GET',
) =>
  send(world, 'track', {
    ...{ path, method, headers },
    pathParameters: { token: path.slice('/c/'.length) },
  });

/** What the timeline tells once what was seen has been judged. */
export async function told(workspace: Workspace) {
  await workspace.world.advance(minute);
  const rows = await timeline(workspace, 'user:ann');
  return rows.flatMap(({ about }) => (about.source === 'tracking' ? [about] : [])).reverse();
}
