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
    return JSON.parse(sixteenDigits.test(text) ? text.replaceAll(tokens, keepDigits) : text);
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
/** Whole strings, so that nothing inside them is taken for a number; and numbers. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Whole numbers that a double cannot hold are ids, and a rounded id is another id: they become text. On the text,
 * since a reviver of JSON.parse runs out of stack on what one sender has nested too deeply.
 */
function keepDigits(token: string): string {
  const value = Number(token);
  const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded && /^-?\d+$/.test(token) ? `"${token}"` : token;
}
