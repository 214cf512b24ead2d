// Somebody's website, on an origin of its own: pages by path, nothing else.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BuildOptions, build } from 'esbuild';

export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  /** Puts a page there; its head stands for what the owner has put into it. Answers its address. */
  put(path: string, head: string, body?: string): string;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    put(path, head, body = '') {
      pages.set(path, document(head, body));
      return `${url}${path}`;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const document = (head: string, body: string) => `<!doctype html>
<html lang="fa" dir="rtl">
<head><meta charset="utf-8"><title>فروشگاه</title><link rel="icon" href="data:,">${head}</head>
<body>${body}</body>
</html>`;

const asForBrowsers = {
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  minify: true,
  logLevel: 'error',
} satisfies BuildOptions;

/** A script tag with what a site's own build makes of a module. */
export async function scriptOf(module: string): Promise<string> {
  const stdin = { contents: module, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ ...asForBrowsers, stdin });
  // No script may hold the end of one.
  return `<script>${outputFiles[0]?.text.replaceAll('</script', '<\\/script')}</script>`;
}
