// Transfer encodings of a body. Mostly Latin text becomes quoted-printable, which spam filters and
// people can read; text in other scripts becomes base64, which is less than half as long there.

interface EncodedBody {
  readonly encoding: 'quoted-printable' | 'base64';
  readonly bytes: Buffer;
}

/** Any kind of line break in `text` becomes CRLF. Lines are at most 76 characters long. */
export function encodeBody(text: string): EncodedBody {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const foreign = Buffer.byteLength(lines) - lines.length;
  if (foreign * 3 < lines.length) {
    return { encoding: 'quoted-printable', bytes: lineByLine(lines) };
  }
  return { encoding: 'base64', bytes: base64(lines.replaceAll('\n', '\r\n')) };
}

function base64(text: string): Buffer {
  const encoded = Buffer.from(text).toString('base64');
  let lines = encoded.slice(0, 76);
  for (let at = 76; at < encoded.length; at += 76) lines += `\r\n${encoded.slice(at, at + 76)}`;
  return Buffer.from(lines, 'latin1');
}

const [TAB, LF, CR, SPACE, EQUALS, TILDE] = [9, 10, 13, 32, 61, 126] as const;
const hex = Buffer.from('0123456789ABCDEF');

/** Whether a byte stands for itself. A table, since this is asked of every byte of every mail. */
const literal = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte === TAB || (byte >= SPACE && byte <= TILDE && byte !== EQUALS)),
);

/** The lines of a template are the same in every mail, and are encoded once; those with data in them go again soon. */
const kept = new Map<string, string>();
const most = { lines: 2_000, characters: 1_000 };

/** Quoted-printable, in which no line depends on another. */
function lineByLine(text: string): Buffer {
  let out = '';
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    out += `${encodedLine(text.slice(from, end))}\r\n`;
    from = end + 1;
  }
  return Buffer.from(out + encodedLine(text.slice(from)), 'latin1');
}

function encodedLine(line: string): string {
  const known = kept.get(line);
  if (known !== undefined) return known;
  const encoded = quotedPrintable(Buffer.from(line)).toString('latin1');
  if (line.length > most.characters) return encoded;
  if (kept.size >= most.lines) kept.clear();
  kept.set(line, encoded);
  return encoded;
}

/** Of one line. One pass over the bytes; regular expressions over the text take several times as long. */
function quotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 4 + 16);
  let at = 0;
  let column = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    const size = sizeOf(byte, bytes[index + 1]);
    if (column + size > 75) {
      out[at++] = EQUALS;
      at = lineBreak(out, at);
      column = 0;
    }
    if (size === 1) out[at++] = byte;
    else at = escaped(out, at, byte);
    column += size;
  }
  return out.subarray(0, at);
}

/** A blank at the end of a line would be trimmed on the way, so it is escaped. */
function sizeOf(byte: number, next: number | undefined): 1 | 3 {
  if (literal[byte] === 0) return 3;
  return next === undefined && (byte === SPACE || byte === TAB) ? 3 : 1;
}

function lineBreak(out: Buffer, at: number): number {
  out[at] = CR;
  out[at + 1] = LF;
  return at + 2;
}

function escaped(out: Buffer, at: number, byte: number): number {
  out[at] = EQUALS;
  out[at + 1] = hex[byte >> 4] as number;
  out[at + 2] = hex[byte & 15] as number;
  return at + 3;
}
