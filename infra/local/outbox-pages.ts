// The outbox in a browser, and as JSON for tests and scripts. It shows mails and changes nothing.
import { readFileSync } from 'node:fs';
import type { Letter, Outbox } from './outbox.ts';

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** `path` may carry a query string. Undefined means that this path is somebody else's. */
export type Pages = (path: string, method: string) => Promise<PageResponse> | undefined;

interface OutboxView {
  readonly now: () => number;
  /** A line for a terminal that makes a first mail come in, shown while there is none. */
  readonly example?: () => string;
}

const root = '/_local/outbox';

const files = ['outbox.css', 'list.css', 'letter.css', 'outbox.js', 'letter.js', 'clock.js'];
const assets = new Map([
  [root, 'outbox.html'],
  ...files.map((file) => [`${root}/${file}`, file] as const),
]);

export function createOutboxPages(outbox: Outbox, view: OutboxView): Pages {
  const routes: readonly [RegExp, Route][] = [
    [
      /^\/_local\/outbox\.json$/,
      async (query) => json(await outbox.letters(selection(query, 1000))),
    ],
    [/^\/_local\/outbox\/list\.json$/, async (query) => json(await list(query))],
    [
      /^\/_local\/outbox\/mails\/([^/]+)\.json$/,
      async (_, id) => orNone(await outbox.letter(id), json),
    ],
    [/^\/_local\/outbox\/mails\/([^/]+)\.eml$/, async (_, id) => orNone(outbox.raw(id), source)],
    [
      /^\/_local\/outbox\/mails\/([^/]+)\.html$/,
      async (_, id) => orNone(await outbox.letter(id), rendered),
    ],
  ];

  async function list(query: URLSearchParams) {
    const letters = await outbox.letters(selection(query, 500));
    return {
      now: new Date(view.now()).toISOString(),
      count: outbox.count(),
      example: view.example?.(),
      mails: letters.map(({ id, number, to, subject, campaign, sentAt }) => ({
        ...{ id, number, to, subject, campaign, sentAt },
      })),
    };
  }

  return (path, method) => {
    const { pathname, searchParams } = new URL(path, 'http://local');
    if (method !== 'GET') return undefined;
    const file = assets.get(pathname);
    if (file) return Promise.resolve(asset(file));
    const [route, id] = find(routes, pathname);
    return route?.(searchParams, id);
  };
}

function find(routes: readonly [RegExp, Route][], path: string): [Route | undefined, string] {
  for (const [pattern, route] of routes) {
    const found = pattern.exec(path);
    if (found) return [route, found[1] ?? ''];
  }
  return [undefined, ''];
}

type Route = (query: URLSearchParams, id: string) => Promise<PageResponse>;

const selection = (query: URLSearchParams, limit: number) => ({
  limit: Number(query.get('limit') ?? limit),
  after: Number(query.get('after') ?? 0),
  to: query.get('to') ?? '',
});

const answer = (type: string, body: string | Buffer, more = {}): PageResponse => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...more },
  body,
});

const json = (value: unknown) => answer('application/json', JSON.stringify(value));

const source = (raw: Buffer) => answer('text/plain', raw);

/** A mail is a stranger's page: no script of it may run, also when it is opened by itself. */
const rendered = ({ html, text }: Letter) =>
  answer('text/html', `<base target="_blank">${html || plain(text)}`, {
    'content-security-policy':
      "sandbox allow-popups allow-popups-to-escape-sandbox; script-src 'none'; object-src 'none'",
  });

const plain = (text: string): string =>
  `<pre style="font:14px/1.6 system-ui;white-space:pre-wrap;margin:24px" dir="auto">${escaped(text)}</pre>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function orNone<T>(found: T | undefined, show: (found: T) => PageResponse): PageResponse {
  return found === undefined
    ? { ...answer('text/plain', 'No such mail'), status: 404 }
    : show(found);
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
};

function asset(file: string): PageResponse {
  const body = readFileSync(new URL(`pages/${file}`, import.meta.url));
  return answer(types[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain', body);
}
