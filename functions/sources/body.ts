// Bytes to JSON, within bounds. Gzip is known by its first bytes: some clients label it as a form.
// Anything broken is the caller's fault and says so; nothing is guessed.
import { gunzipSync } from 'node:zlib';
import { Refused } from '../errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body as text. Refuses bytes that are not UTF-8, broken gzip, and more than `limit` bytes after inflating. */
export function readText(body: Buffer, limit: number): string {
  const bytes = isGzip(body) ? inflate(body, limit) : body;
  if (bytes.length > limit) throw tooLarge(limit);
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Refused(400, 'The body is not valid UTF-8.', { cause });
  }
}

export function parseJson(text: string): unknown {
  try {
    return sixteenDigits.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch (cause) {
    throw new Refused(400, 'The body is not valid JSON.', { cause });
  }
}

const isGzip = (body: Buffer) => body[0] === 0x1f && body[1] === 0x8b;

function inflate(body: Buffer, limit: number): Buffer {
  try {
    return gunzipSync(body, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw new Refused(400, 'The body is not valid gzip.', { cause });
  }
}

const tooLarge = (limit: number) =>
  new Refused(400, `The body is larger than ${Math.floor(limit / 1024)} KB.`, {
    reason: 'too large',
  });

const sixteenDigits = /\d{16}/;

/** Whole numbers that a double cannot hold are ids, and a rounded id is another id: they become text. */
function keepDigits(_: string, value: unknown, { source }: { source?: string } = {}): unknown {
  const rounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  return rounded && source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
