// Every shipped mail by SMTP to a real server: its signature holds for a verifier that nobody here wrote, and covers what
// mailboxes ask for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { expect, onTestFinished, test } from 'vitest';
import { automaticHeaders } from '../../../functions/channels/email/automatic-headers.ts';
import { marketingHeaders } from '../../../functions/channels/email/marketing-headers.ts';
import { compose } from '../../../functions/channels/email/mime.ts';
import { createRelay } from '../../../infra/local/relay/relay.ts';
import { renderShipped, type ShippedMail, shippedMails } from '../../support/shipped-mails.ts';
import { openSmtpServer } from '../../support/smtp-server.ts';

const from = 'news@example.com';
const to = 'sara@example.org';

function openRelay(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  const place = { mailFrom: from, publicUrl: 'https://crm.example.com', selector: 'perennial' };
  const relay = createRelay({ ...place, server: new URL(url) }, folder);
  onTestFinished(() => {
    relay.close();
    rmSync(folder, { recursive: true });
  });
  return relay;
}

async function write(mail: ShippedMail): Promise<Buffer> {
  const { subject, html, text } = await renderShipped(mail);
  return compose({
    id: `msg_${mail.name}_${mail.language}`,
    from: { name: 'باغ‌وبهار · Ogród „Zażółć”', address: from },
    to: { address: to },
    ...{ subject, html, text },
    date: Date.UTC(2026, 10, 22, 9, 30),
    headers:
      mail.source.kind === 'marketing'
        ? marketingHeaders('https://crm.example.com/u/token', 'cmp_1', 'example.com')
        : automaticHeaders,
  });
}

test('every shipped mail arrives signed, with what mailboxes ask for under the signature', async () => {
  const server = await openSmtpServer();
  const relay = openRelay(server.url);
  for (const mail of shippedMails) await relay.send(await write(mail), { from, to: [to] });
  expect(server.received).toHaveLength(shippedMails.length);
  const resolver = async () => [[relay.dns.text]];
  for (const [index, { raw }] of server.received.entries()) {
    const mail = shippedMails[index] as ShippedMail;
    const { results } = await dkimVerify(raw, { resolver } as never);
    expect(results.map(({ status }) => status.result)).toEqual(['pass']);
    const covered = results[0]?.signingHeaders?.keys.toLowerCase();
    const isMarketing = mail.source.kind === 'marketing';
    expect(covered).toContain(
      isMarketing ? 'list-unsubscribe: list-unsubscribe-post' : 'auto-submitted',
    );
    const read = await PostalMime.parse(raw);
    expect(read.messageId).toBe(`<msg_${mail.name}_${mail.language}@example.com>`);
  }
}, 120_000);
