// A mail as SES gets it: raw bytes with headers to read and to replace. It does not look into the body.

interface Header {
  readonly name: string;
  /** Unfolded, encoded words left as they are. */
  readonly value: string;
}

/** A header with its bytes, folded as its writer folded it. */
interface Field extends Header {
  readonly text: string;
}

export interface RawMail {
  readonly headers: readonly Field[];
  readonly body: Buffer;
}

const headerName = /^[!-9;-~]+$/;

/** Undefined if the bytes do not start with headers. */
export function readMail(raw: Buffer): RawMail | undefined {
  const { head, body } = split(raw);
  const headers = head.split(/\r?\n(?![ \t])/).map(toField);
  return headers.every(({ name }) => headerName.test(name)) ? { headers, body } : undefined;
}

function split(raw: Buffer) {
  const windows = raw.indexOf('\r\n\r\n');
  const unix = raw.indexOf('\n\n');
  const isWindows = windows >= 0 && (unix < 0 || windows < unix);
  const end = isWindows ? windows : unix;
  if (end < 0) return { head: raw.toString().trimEnd(), body: Buffer.alloc(0) };
  return { head: raw.toString('utf8', 0, end), body: raw.subarray(end + (isWindows ? 4 : 2)) };
}

function toField(text: string): Field {
  const colon = text.indexOf(':');
  const value = text.slice(colon + 1).replace(/\r?\n/g, '');
  return { name: text.slice(0, Math.max(colon, 0)), value: value.trim(), text };
}

export function headerOf({ headers }: RawMail, name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/** The bare addresses of a list such as `"Doe, Jane" <jane@example.com>, joe@example.com`. */
export function addressesOf(list = ''): readonly string[] {
  const plain = list.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/\([^)]*\)/g, '');
  return plain
    .split(',')
    .map((entry) => /<([^>]*)>/.exec(entry)?.[1] ?? entry)
    .map((address) => address.trim())
    .filter(Boolean);
}

/** Without the headers that are meant for SES alone. */
export const unaddressed = ({ headers, body }: RawMail): RawMail => ({
  headers: headers.filter(({ name }) => !/^(bcc|x-ses-.*)$/i.test(name)),
  body,
});

/** What SES sends: its own Message-ID and Date in place of ours, and none of the headers meant for SES. */
export function stamp(mail: RawMail, messageId: string, sentAt: number): RawMail {
  const { headers, body } = unaddressed(mail);
  const kept = headers.filter(({ name }) => !/^(message-id|date)$/i.test(name));
  const ours = [
    `Message-ID: <${messageId}@email.amazonses.com>`,
    `Date: ${new Date(sentAt).toUTCString().replace('GMT', '+0000')}`,
  ];
  return { headers: [...kept, ...ours.map(toField)], body };
}

export function toBytes({ headers, body }: RawMail): Buffer {
  const head = headers.map(({ text }) => `${text}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${head}\r\n`), body]);
}
