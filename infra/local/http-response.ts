// What a function returned as the HTTP response that API Gateway makes of it.
import * as z from 'zod';

export interface HttpResponse {
  readonly status: number;
  /** A header that is there more than once has a list. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Throws if the function says `statusCode` but the rest makes no response. */
export function httpResponse(returned: unknown): HttpResponse {
  if (!hasStatus(returned)) return inferred(returned);
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.parse(returned);
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named),
      ...(cookies?.length && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

export const message = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

const hasStatus = (returned: unknown): boolean =>
  typeof returned === 'object' && returned !== null && 'statusCode' in returned;

const inferred = (returned: unknown): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof returned === 'string' ? returned : JSON.stringify(returned ?? null),
});
