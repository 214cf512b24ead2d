// The one door of this machine: requests for /_local go to its own pages, those for the console's files to its build,
// and all others to the HTTP API.
// It listens before there is anything behind it, since the template wants to know its address.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createConsole, isConsolePath } from './console.ts';
import { isLocalPath } from './local-pages.ts';
import { serveLoopback } from './loopback-server.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Behind {
  readonly api: Answer;
  readonly pages: Answer;
  readonly console: Answer;
}

export interface Door {
  /** Without a slash at the end. */
  readonly url: string;
  open(behind: Partial<Behind>): void;
  close(): Promise<void>;
}

export async function openDoor(port: number): Promise<Door> {
  const behind: Behind = { api: notYet, pages: notYet, console: createConsole() };
  const server = await serveLoopback(port, (request, response) => {
    behind[whose(request)](request, response).catch((error) => response.destroy(error));
  });
  return {
    url: `http://localhost:${server.port}`,
    open: (opened) => void Object.assign(behind, opened),
    close: server.close,
  };
}

function whose({ method = 'GET', url = '/' }: IncomingMessage): keyof Behind {
  if (isLocalPath(url)) return 'pages';
  return isConsolePath(method, url) ? 'console' : 'api';
}

const notYet: Answer = async (_, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('Starting\n');
};
