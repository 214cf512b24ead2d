// Somebody else's server: takes webhooks over TLS and answers as a test wants it. The network of a test leads every
// name to it.
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Network } from '../../functions/channels/webhook/post.ts';
import { certificateFor } from './certificate.ts';

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Answer = (response: ServerResponse, received: Received, count: number) => void;

export const serverName = 'hooks.example.com';

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

export async function openReceiver(answer: Answer = (response) => response.end()) {
  const { key, cert } = certificateFor(serverName);
  const received: Received[] = [];
  let connections = 0;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers: headers as Received['headers'], body };
    received.push(one);
    answer(response, one, received.length);
  };
  const server = createServer({ key, cert }, (request, response) => void take(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  /** Every name leads here; that this is no public address is overlooked. */
  const network: Network = {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isAllowed: (address) => address === '127.0.0.1',
    timeout: 5_000,
    ca: cert,
  };
  return {
    received,
    connections: () => connections,
    network,
    port,
    url: `https://${serverName}:${port}/in?team=eu`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
