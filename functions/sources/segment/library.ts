// Segment's library for browsers, from our own host. It lies beside the bundle and is read when it is first asked for:
// no event waits for it. Whose write key asks makes no difference, so nobody learns here which keys there are.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type HttpResponse, json } from '../../lambda.ts';
import type { Incoming } from '../incoming.ts';

/** Where the bundling puts it. */
const folder = join(import.meta.dirname, 'analytics-next');

/** The name of a part says what is in it; the library itself has the same address in every version. */
const lasting = 'public, max-age=31536000, immutable';
const forAnHour = 'public, max-age=3600';

interface File {
  readonly zipped: Buffer;
  readonly etag: string;
}

const files = new Map<string, File>();

/** `name` without slashes. */
export function library(name: string, { headers }: Incoming): HttpResponse {
  const file = files.get(name) ?? read(name);
  if (file === undefined) return json(404, { error: 'There is no such part of the library.' });
  const { etag, zipped } = file;
  const common = {
    'cache-control': name.includes('.bundle.') ? lasting : forAnHour,
    etag,
    vary: 'Accept-Encoding',
  };
  if (headers['if-none-match']?.includes(etag)) return { statusCode: 304, headers: common };
  const type = { 'content-type': 'text/javascript; charset=utf-8' };
  return headers['accept-encoding']?.includes('gzip')
    ? {
        statusCode: 200,
        headers: { ...common, ...type, 'content-encoding': 'gzip' },
        body: zipped.toString('base64'),
        isBase64Encoded: true,
      }
    : { statusCode: 200, headers: { ...common, ...type }, body: gunzipSync(zipped).toString() };
}

function read(name: string): File | undefined {
  const path = join(folder, `${name}.gz`);
  if (!existsSync(path)) return undefined;
  const zipped = readFileSync(path);
  const file = {
    zipped,
    etag: `W/"${createHash('sha256').update(zipped).digest('hex').slice(0, 16)}"`,
  };
  files.set(name, file);
  return file;
}
