// The HTTP server of this machine: on both loopback addresses, and on no other.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Port 0 takes a free one. */
export async function serveLoopback(
  port: number,
  listener: RequestListener,
): Promise<LoopbackServer> {
  const four = await listen(createServer(listener), port, '127.0.0.1');
  const bound = (four.address() as AddressInfo).port;
  const six = await listen(createServer(listener), bound, '::1').catch(unlessWithoutIpv6);
  return {
    port: bound,
    async close() {
      await Promise.all([four, six].map((server) => server && stop(server)));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  // A connection that a client keeps for its next call must not be closed under it.
  server.keepAliveTimeout = 0;
  return new Promise((listening, failed) => {
    server.once('error', failed).listen(port, host, () => listening(server));
  });
}

function unlessWithoutIpv6(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
}

function stop(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
