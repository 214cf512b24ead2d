// One HTTP request as the sources see it: bytes, not what the Content-Type claims about them.
import type { HttpRequest } from '../lambda.ts';

export interface Incoming {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Whoever called us, as the gateway saw them. */
  readonly ip?: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

export const incoming = (request: HttpRequest, receivedAt: number): Incoming => ({
  method: request.requestContext.http.method,
  path: request.rawPath,
  headers: request.headers,
  query: request.queryStringParameters ?? {},
  body: Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8'),
  ...(request.requestContext.http.sourceIp && { ip: request.requestContext.http.sourceIp }),
  receivedAt,
});
