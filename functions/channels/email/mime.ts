// Writes one mail as bytes: multipart/alternative, ASCII only, CRLF, lines of at most 76 characters.
// Refuses headers that could break out of their line; addresses must have passed `sendable`.
import { encodeBody } from './mime-body.ts';
import { mailbox, structured, unstructured } from './mime-header.ts';

export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

export interface Mail {
  /** Ours; it becomes the left side of Message-ID and must be unique. */
  readonly id: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
  /** Written first and in this order; see `marketingHeaders`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function compose(mail: Mail): Buffer {
  // "=_" occurs in neither base64 nor quoted-printable, so no body can contain the boundary.
  const boundary = `=_${mail.id}`;
  const head = [
    ...Object.entries(mail.headers ?? {}).map(([name, value]) => structured(name, value)),
    mailbox('From', mail.from),
    mailbox('To', mail.to),
    ...(mail.replyTo ? [mailbox('Reply-To', mail.replyTo)] : []),
    unstructured('Subject', mail.subject),
    structured('Message-ID', `<${mail.id}@${domainOf(mail.from.address)}>`),
    `Date: ${new Date(mail.date).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
  ];
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    ...part(boundary, 'text/plain', mail.text),
    ...part(boundary, 'text/html', mail.html),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function part(boundary: string, type: string, content: string): Buffer[] {
  const { encoding, bytes } = encodeBody(content);
  const head = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`;
  return [Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), bytes, Buffer.from('\r\n')];
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
