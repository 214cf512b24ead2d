// Which addresses get mail, in which form; the recorded cases of addresses from several scripts.
import { expect, test } from 'vitest';
import { sendable } from '../../../../functions/channels/email/address.ts';

test.each([
  ['sara@example.com', 'sara@example.com'],
  ['sara@نمونه.ایران', 'sara@xn--hhbbbed.xn--mgba3a4f16a'],
  ['sara@xn--hhbbbed.xn--mgba3a4f16a', 'sara@xn--hhbbbed.xn--mgba3a4f16a'],
  ['Sara.M+vip@Example.COM', 'Sara.M+vip@example.com'],
  [' sara@example.com\u200f', 'sara@example.com'],
  ['\ufeff\u00a0sara@example.com\u202c', 'sara@example.com'],
  ['sara@faß.de', 'sara@xn--fa-hia.de'],
  ['sara@exаmple.com', 'sara@xn--exmple-4nf.com'],
  ["o'brien@example.co.uk", "o'brien@example.co.uk"],
])('%j is sent to %s', (written, address) => {
  expect(sendable(written)).toEqual({ address, identity: address.toLowerCase() });
});

test.each([
  ['سارا@example.com', 'unsupported_local_part'],
  ['zażółć@żółć.pl', 'unsupported_local_part'],
  ['a.b.@example.com', 'not_an_address'],
  ['a..b@example.com', 'not_an_address'],
  ['Sara <sara@example.com>', 'not_an_address'],
  ['sara@example.com, eve@example.com', 'not_an_address'],
  ['sara@example.com\r\nBcc: eve@example.com', 'not_an_address'],
  ['eve@evil.example@example.com', 'not_an_address'],
  ['sara@localhost', 'not_an_address'],
  ['sara@127.0.0.1', 'not_an_address'],
  ['sara@%41.com', 'not_an_address'],
  ['sara@example.com/path', 'not_an_address'],
  ['sara@exa mple.com', 'not_an_address'],
  ['sara', 'not_an_address'],
  ['@example.com', 'not_an_address'],
  ['', 'not_an_address'],
  [`${'a'.repeat(65)}@example.com`, 'too_long'],
])('%j is refused: %s', (written, refused) => {
  expect(sendable(written)).toEqual({ refused });
});
