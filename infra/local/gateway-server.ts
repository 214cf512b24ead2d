// The gateway behind a socket, for functions that run in workers. Listens on this machine only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsRequest, Gateway } from './gateway.ts';

interface GatewayServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Port 0 takes a free one. */
export async function serveGateway(gateway: Gateway, port = 0): Promise<GatewayServer> {
  const server = createServer((request, response) => {
    answer(gateway, request, response).catch((error) => response.destroy(error));
  });
  // A connection that a worker keeps for its next call must not be closed under it.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

async function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const { status, headers, body } = await gateway(await read(request));
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

async function read(request: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method ?? 'POST',
    path: request.url ?? '/',
    headers: request.headers as Record<string, string>,
    body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
