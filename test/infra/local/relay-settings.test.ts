// What the owner has to say before mail leaves their machine, and what they are told when it is missing or wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publicUrlAlone, relaySettings } from '../../../infra/local/relay/settings.ts';

const good = {
  SMTP_URL: 'smtps://ann:s3cret@smtp.example.com:465',
  MAIL_FROM: 'hello@example.com',
  PUBLIC_URL: 'https://crm.example.com/',
};

test('without a server nothing leaves', () => {
  expect(relaySettings({ ...good, SMTP_URL: undefined })).toBeUndefined();
});

test('a server, an address and an https link are enough', () => {
  const settings = relaySettings(good);
  expect(settings?.server.href).toBe(good.SMTP_URL);
  expect(settings).toMatchObject({
    mailFrom: 'hello@example.com',
    publicUrl: 'https://crm.example.com',
    selector: 'perennial',
  });
});

test('the server may stand in a file, which nobody else need be able to read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'smtp');
  writeFileSync(file, `${good.SMTP_URL}\n`);
  const settings = relaySettings({ ...good, SMTP_URL: undefined, SMTP_URL_FILE: file });
  expect(settings?.server.href).toBe(good.SMTP_URL);
  expect(() => relaySettings({ SMTP_URL_FILE: join(folder, 'none') })).toThrow('there is no file');
});

test('without a server links may lead to any address of this machine, and need none', () => {
  expect(publicUrlAlone({})).toBeUndefined();
  expect(publicUrlAlone({ PUBLIC_URL: 'https://crm.example.com/' })).toBe(
    'https://crm.example.com',
  );
  expect(publicUrlAlone({ PUBLIC_URL: 'http://192.168.1.5:4400' })).toBe('http://192.168.1.5:4400');
  expect(publicUrlAlone({ PUBLIC_URL: 'https://ĺąk.pl' })).toBe('https://xn--k-vha2n.pl');
  const unfit = ['', 'crm.example.com', 'ftp://example.com', 'https://example.com/?a=1'];
  for (const PUBLIC_URL of [...unfit, 'https://ann:secret@example.com'])
    expect(() => publicUrlAlone({ PUBLIC_URL })).toThrow('PUBLIC_URL must be an address');
});

test.each([
  [{ SMTP_URL: 'https://ann:s3cret@smtp.example.com' }, 'SMTP_URL must look like'],
  [{ SMTP_URL: 'ann:s3cret@' }, 'SMTP_URL must look like'],
  [{ MAIL_FROM: undefined }, 'MAIL_FROM must be the address'],
  [{ MAIL_FROM: 'Ann <ann@example.com>' }, 'MAIL_FROM must be the address'],
  [{ PUBLIC_URL: undefined }, 'PUBLIC_URL must be the https address'],
  [{ PUBLIC_URL: 'http://crm.example.com' }, 'PUBLIC_URL must be the https address'],
])('%j is refused with the reason, and without the password', (wrong, reason) => {
  const read = () => relaySettings({ ...good, ...wrong });
  expect(read).toThrow(reason);
  expect(read).not.toThrow('s3cret');
});
