// Asks somebody else's server. The name is resolved here, every address is looked at, and the connection goes to what was
// looked at. Follows no redirect, uses no proxy, keeps no connection, reads no answer.
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as openPlain } from 'node:http';
import { request as open } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Milliseconds } from '../../../workflows/model/time.ts';
import { isPublicAddress } from './public-address.ts';

interface Asked {
  readonly method: 'POST' | 'HEAD' | 'GET';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
}

export type Answer =
  /** `retryAfter` in seconds, where the server asks for patience. */
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter?: number }
  /** It was not, or not wholly, heard: the server is down, slow, or cannot be found. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** Nothing was sent, and nothing ever will be. */
  | { readonly kind: 'forbidden'; readonly reason: string };

interface Address {
  readonly address: string;
  readonly family: number;
}

export interface Network {
  readonly resolve: (name: string) => Promise<readonly Address[]>;
  readonly isAllowed: (address: string) => boolean;
  readonly timeout: Milliseconds;
  /** Certificates to trust besides the usual. */
  readonly ca?: string;
}

/** Standard Webhooks advises 15 to 30 seconds. */
export const internet: Network = {
  resolve: (name) => lookup(name, { all: true, verbatim: true }),
  isAllowed: isPublicAddress,
  timeout: 15_000,
};

/** What a server says besides its status is read up to here, so that it may finish its sentence. */
const answerBytes = 64 * 1024;

/** `url`: http or https. */
export async function reach(url: URL, asked: Asked, network: Network): Promise<Answer> {
  const signal = AbortSignal.timeout(network.timeout);
  try {
    const addresses = await inTime(addressesOf(network, url), signal);
    if (addresses.length === 0) return { kind: 'unanswered', reason: 'ENOTFOUND' };
    return addresses.every(({ address }) => network.isAllowed(address))
      ? await exchange(url, asked, { network, signal, addresses })
      : { kind: 'forbidden', reason: 'not on the public internet' };
  } catch (error) {
    return { kind: 'unanswered', reason: signal.aborted ? 'timeout' : reasonOf(error) };
  }
}

async function addressesOf({ resolve }: Network, { hostname }: URL): Promise<readonly Address[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(literal);
  return family === 0 ? resolve(hostname) : [{ address: literal, family }];
}

interface Line {
  readonly network: Network;
  readonly signal: AbortSignal;
  readonly addresses: readonly Address[];
}

async function exchange(
  url: URL,
  { method, headers, body }: Asked,
  { network, signal, addresses }: Line,
): Promise<Answer> {
  const request = (url.protocol === 'http:' ? openPlain : open)(url, {
    method,
    headers,
    // Asked again, the name could lead elsewhere. An agent of its own: the shared one may know a proxy.
    lookup: always(addresses),
    agent: false,
    signal,
    ...(network.ca !== undefined && { ca: network.ca }),
  });
  // Once the status is there, nothing that goes wrong matters any more.
  request.on('error', () => {});
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers: said } = response;
  await readOut(response);
  const retryAfter = /^\d{1,6}$/.exec(said['retry-after'] ?? '')?.[0];
  return { kind: 'answered', status, ...(retryAfter && { retryAfter: Number(retryAfter) }) };
}

const always = (addresses: readonly Address[]): LookupFunction =>
  ((_, { all }, done) => {
    const [first = { address: '', family: 0 }] = addresses;
    if (all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  }) as LookupFunction;

/** Until it ends, by itself or not. */
async function readOut(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  response.on('error', () => {});
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > answerBytes) response.destroy();
  });
  await new Promise((resolve) => response.once('close', resolve));
}

/** Resolving cannot be interrupted; waiting for it can. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, late]);
}

/** The code alone ("ECONNREFUSED", "CERT_HAS_EXPIRED"): messages carry addresses. */
const reasonOf = (error: unknown): string =>
  (error as { code?: unknown }).code?.toString() ?? (error as Error).name;
