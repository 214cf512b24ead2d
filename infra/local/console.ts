// The console on this machine: the files of its build as CloudFront serves them from the bucket. Shows nothing beside the
// build's own folder.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { consoleBuild, isBuilt, notBuilt } from '../console-files.ts';
import { consoleCaching, consoleHeaders } from '../console-headers.ts';

/** No part of a path begins with a dot, so none leads out of the folder. */
const part = '[\\w-][\\w.-]*';
const ours = new RegExp(
  `^/(?:|index\\.html|favicon\\.svg|(?:assets|messages)/(?:${part}/)*${part})$`,
);

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');

/** Whether a request is for the console; all others are the HTTP API's. */
export const isConsolePath = (method: string, url: string): boolean =>
  (method === 'GET' || method === 'HEAD') && ours.test(pathOf(url));

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const createConsole =
  (folder = consoleBuild): Answer =>
  async ({ method, url = '/' }, response) => {
    const path = pathOf(url);
    const { status, type, body } = await page(folder, path === '/' ? '/index.html' : path);
    const isAsset = path.startsWith('/assets/') && status === 200;
    response.writeHead(status, {
      ...consoleHeaders(),
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': isAsset ? consoleCaching.assets : consoleCaching.others,
    });
    response.end(method === 'HEAD' ? undefined : body);
  };

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

async function page(folder: string, path: string): Promise<Page> {
  if (path === '/index.html' && !isBuilt(folder))
    return { status: 200, type: types['.html'], body: notBuilt };
  try {
    return { status: 200, type: typeOf(path), body: await readFile(join(folder, path)) };
  } catch (error) {
    if (!isAbsence(error as NodeJS.ErrnoException)) throw error;
    return { status: 404, type: types['.txt'], body: 'There is no such file.\n' };
  }
}

const isAbsence = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code);

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
} as const;

const typeOf = (path: string): string =>
  (types as Readonly<Record<string, string>>)[extname(path)] ?? 'application/octet-stream';
