// A door in front of the runtime that is unwell at first, as networks and clouds are; then it passes everything on.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a client hears at first instead of an answer of the runtime. */
export interface Illness {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: string | Buffer;
  /** The runtime takes the request all the same, and its answer is lost. */
  readonly isTaken?: true;
}

export interface UnwellDoor {
  /** Without a slash at the end. */
  readonly url: string;
  /** Every POST that came, the ones that were not answered well included. */
  readonly heard: readonly { readonly headers: IncomingMessage['headers']; readonly at: number }[];
  close(): Promise<void>;
}

/** The first events and forms meet the illnesses in turn; what is only asked for is passed on. */
export async function openUnwellDoor(
  behind: string,
  illnesses: readonly Illness[],
): Promise<UnwellDoor> {
  const left = [...illnesses];
  const heard: { headers: IncomingMessage['headers']; at: number }[] = [];
  const hear = ({ headers }: IncomingMessage) => {
    heard.push({ headers, at: performance.now() });
    return left.shift();
  };
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const illness = incoming.method === 'POST' ? hear(incoming) : undefined;
    const isLost = illness !== undefined && !illness.isTaken;
    const passed = isLost ? void incoming.resume() : await passOn(behind, incoming);
    const { status, headers = {}, body = '' } = illness ?? (passed as Illness);
    response.writeHead(status, headers).end(body);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, heard, close };
}

/** Headers of one connection are not the next one's. */
const ofTheHop = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** The host stays the one that was asked for, as behind a domain of one's own. */
async function passOn(behind: string, incoming: IncomingMessage): Promise<Illness> {
  const { method = 'GET', url = '/', headers } = incoming;
  const onward = request(new URL(url, behind), { method, headers });
  incoming.pipe(onward);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const said = Object.entries(answer.headers).filter(([name]) => !ofTheHop.has(name));
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(said),
    body: await buffer(answer),
  };
}
