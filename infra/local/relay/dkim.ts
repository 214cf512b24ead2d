// Signs mail as RFC 6376 wants it, since no server behind a relay does it for sure. The key is made once and stays in the
// data folder; its public half is what the owner puts into DNS.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim/index.js';

export type Sign = (raw: Buffer) => Promise<Buffer>;

/** A receiver acts on one-click headers only if the signature covers both. */
const signed = [
  ...['From', 'To', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post', 'Feedback-ID', 'Auto-Submitted'],
].join(':');

/** `key` is PEM. */
export function createSigner(domain: string, selector: string, key: string): Sign {
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey: key,
    headerFieldNames: signed,
  });
  return (raw) => buffer(dkim.sign(raw));
}

/** The key of this folder, made if there is none: 2048 bits, as mailboxes recommend. */
export function openKey(folder: string): string {
  const file = join(folder, 'dkim.pem');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(`${file}.new`, pem, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return pem;
}

/** What has to stand in DNS under `<selector>._domainkey.<domain>`, as TXT; in strings of 255 characters, as DNS has them. */
export function recordOf(key: string): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}
