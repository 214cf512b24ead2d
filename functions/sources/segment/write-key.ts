// Finds the write key of a Segment call. Beacons can carry no header, so body and query count too.
import type { Incoming } from '../incoming.ts';

/** Basic auth, then the body, then the query, then Jitsu's header: the first that is there. */
export function writeKeyOf(request: Incoming, inBody: unknown): string | undefined {
  return (
    beforeColon(basic(request.headers.authorization)) ??
    (typeof inBody === 'string' && inBody !== '' ? inBody : undefined) ??
    request.query.writeKey ??
    beforeColon(request.headers['x-write-key'])
  );
}

/** Dittofeed's library sends its key as the whole header, as it was given: alone, or with "Basic " before it. */
function basic(header = ''): string | undefined {
  const plain = /^basic +(wk_[\w-]+:?)$/i.exec(header)?.[1];
  if (plain !== undefined) return plain;
  const encoded = /^basic +([\w+/=-]+)$/i.exec(header)?.[1];
  if (encoded !== undefined) return Buffer.from(encoded, 'base64').toString();
  return /^[\w-]+$/.test(header) ? header : undefined;
}

// Clients write "key:", "key:password" or, against the rules, only "key".
const beforeColon = (text: string | undefined) => text?.split(':')[0] || undefined;
