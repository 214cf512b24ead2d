// A certificate made on the spot, for servers that tests talk TLS to. X.509 in the fewest words that clients accept.
import { createSign, generateKeyPairSync } from 'node:crypto';

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Signed by itself: whoever trusts `cert` trusts the server. */
export function certificateFor(name: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const who = sequence(set(sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))));
  const alternative = sequence(tlv(0x82, Buffer.from(name)));
  const extensions = tlv(0xa3, sequence(sequence(oid('551d11'), tlv(0x04, alternative))));
  const content = sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    who,
    sequence(time('20200101000000Z'), time('20991231235959Z')),
    who,
    spki,
    extensions,
  );
  const signature = createSign('sha256').update(content).sign(privateKey);
  const der = sequence(content, ecdsaWithSha256, tlv(0x03, Buffer.of(0), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

/** Tag, length, value: all of DER. */
function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const size = value.length;
  if (size < 0x80) return Buffer.concat([Buffer.of(tag, size), value]);
  const bytes = size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...bytes), value]);
}

const sequence = (...parts: readonly Buffer[]) => tlv(0x30, ...parts);
const set = (...parts: readonly Buffer[]) => tlv(0x31, ...parts);
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));
const time = (text: string) => tlv(0x18, Buffer.from(text));
