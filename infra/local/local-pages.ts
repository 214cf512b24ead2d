// What this machine shows under /_local, and only to itself: a page on the internet that makes a browser
// ask here is refused, whether it names itself as the origin or rebinds its own name to this address.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { PageResponse, Pages } from './outbox-pages.ts';

/** Takes the request's body. An object is answered as JSON, a string as HTML. */
type LocalPage = (body: string) => object | string | Promise<object | string>;

/** By method and path, as `GET /_local/clock`. */
export type LocalPages = Readonly<Record<string, LocalPage>>;

/** An answer that is an error of the caller. */
export class LocalRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const isLocalPath = (url: string): boolean => /^\/_local(?:[/?]|$)/.test(url);

/** `others` are asked for what is not among the pages. */
export const createLocalPages =
  (pages: LocalPages, others: Pages) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answer({ pages, others }, request).catch(failure);
    response.writeHead(status, { ...headers }).end(body);
  };

interface Shown {
  readonly pages: LocalPages;
  readonly others: Pages;
}

async function answer({ pages, others }: Shown, request: IncomingMessage): Promise<PageResponse> {
  checkCaller(request);
  const { method = 'GET', url = '/' } = request;
  const { pathname } = new URL(url, 'http://localhost');
  const page = pages[`${method} ${pathname}`];
  if (page) return shown(await page(await text(request)));
  const other = await others(url, method);
  if (other) return other;
  throw new LocalRefusal(404, `There is no ${method} ${pathname}.`);
}

function failure(error: unknown): PageResponse {
  if (error instanceof LocalRefusal) return shown({ error: error.message }, error.status);
  console.error(error);
  return shown({ error: String(error) }, 500);
}

const shown = (content: object | string, status = 200): PageResponse => ({
  status,
  headers: {
    'content-type':
      typeof content === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: typeof content === 'string' ? content : JSON.stringify(content),
});

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function checkCaller({ headers, socket }: IncomingMessage): void {
  const { host = '', origin = `http://${host}` } = headers;
  const names = [`http://${host}`, origin].map((url) => URL.parse(url)?.hostname ?? '');
  const isLocal =
    loopbackAddresses.has(socket.remoteAddress ?? '') &&
    names.every((name) => loopbackNames.has(name));
  if (!isLocal) throw new LocalRefusal(403, 'This page is for this machine only.');
}
