// A transport for AWS clients that calls a gateway directly: no socket, no waiting, for tests.
import type { Gateway } from './gateway.ts';

/** The part of an SDK's request that matters here. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** Give it to a client as `requestHandler`. */
export function inProcess(gateway: Gateway) {
  return {
    async handle(request: SdkRequest): Promise<{ response: SdkResponse }> {
      const { status, headers, body } = await gateway({
        method: request.method,
        path: request.path,
        headers: lowerCased(request.headers),
        body: asBuffer(request.body ?? ''),
      });
      return { response: { statusCode: status, headers, body: asBuffer(body) } };
    },
    destroy() {},
  };
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function asBuffer(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}
