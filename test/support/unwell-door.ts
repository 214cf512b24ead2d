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

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
  readonly body: string;
  /** What was answered; 0 until it is. */
  status: number;
}

export interface UnwellDoor {
  /** Without a slash at the end. */
  readonly url: string;
  /** Every POST that came, the ones that were not answered well included. */
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

/** The first events and forms meet the illnesses in turn; what is only asked for is passed on. */
export async function openUnwellDoor(
  behind: string,
  illnesses: readonly (Illness | undefined)[],
): Promise<UnwellDoor> {
  const left = [...illnesses];
  const heard: Heard[] = [];
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(incoming);
    if (incoming.method !== 'POST') return say(response, await passOn(behind, incoming, body));
    const one = { headers: incoming.headers, at: performance.now(), body: `${body}`, status: 0 };
    heard.push(one);
    const illness = left.shift();
    const passed = illness && !illness.isTaken ? illness : await passOn(behind, incoming, body);
    say(response, illness ?? passed);
    one.status = (illness ?? passed).status;
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
async function passOn(behind: string, incoming: IncomingMessage, body: Buffer): Promise<Illness> {
  const { method = 'GET', url = '/', headers } = incoming;
  const onward = request(new URL(url, behind), { method, headers }).end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const said = Object.entries(answer.headers).filter(([name]) => !ofTheHop.has(name));
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(said),
    body: await buffer(answer),
  };
}

const say = (response: ServerResponse, { status, headers = {}, body = '' }: Illness): void =>
  void response.writeHead(status, headers).end(body);

/** The ids of the calls in JSON whose sender has heard that they were taken. */
export const acknowledged = ({ heard }: UnwellDoor): ReadonlySet<string> =>
  new Set(
    heard
      .filter(({ status }) => status === 200)
      .flatMap(({ body }) => [...body.matchAll(/"messageId":"([^"]+)"/g)].map(([, id = '']) => id)),
  );
