// A door in front of the runtime that is unwell at first, as networks and clouds are; then it passes everything on.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client hears at first instead of an answer of the runtime. */
export interface Illness {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The runtime takes the request all the same, and its answer is lost. */
  readonly isTaken?: true;
}

export interface UnwellDoor {
  /** Without a slash at the end. */
  readonly url: string;
  /** Every request that came, the ones that were not answered well included. */
  readonly heard: readonly { readonly headers: IncomingMessage['headers']; readonly at: number }[];
  close(): Promise<void>;
}

/** The first requests meet the illnesses in turn. */
export async function openUnwellDoor(
  behind: string,
  illnesses: readonly Illness[],
): Promise<UnwellDoor> {
  const left = [...illnesses];
  const heard: { headers: IncomingMessage['headers']; at: number }[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    heard.push({ headers: request.headers, at: performance.now() });
    const illness = left.shift();
    const passed = illness && !illness.isTaken ? undefined : await passOn(behind, request);
    if (!passed) request.resume();
    const { status, headers = {}, body = '' } = illness ?? (passed as Illness);
    response.writeHead(status, headers).end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
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
const ofTheHop = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);

async function passOn(behind: string, request: IncomingMessage): Promise<Illness> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const sent = Object.entries(request.headers).flatMap(([name, value]) =>
    ofTheHop.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const answer = await fetch(`${behind}${request.url}`, {
    method: request.method ?? 'POST',
    headers: sent,
    body: Buffer.concat(chunks),
  });
  const said = [...answer.headers].filter(([name]) => !ofTheHop.has(name));
  return {
    status: answer.status,
    headers: Object.fromEntries(said),
    body: await answer.text(),
  };
}
