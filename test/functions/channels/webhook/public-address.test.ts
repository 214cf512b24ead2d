// Which addresses a webhook may reach.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../functions/channels/webhook/public-address.ts';

describe('a public address', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '2001:4860:4860::8888',
    '2600::',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('no public address', () => {
  it.each([
    ['this host', ['0.0.0.0', '0.1.2.3', '::']],
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
    ['private in IPv6', ['fc00::1', 'fd12:3456::1', 'fec0::1']],
    ['link-local', ['169.254.0.1', 'fe80::1', 'fe80::1%eth0']],
    ['shared by a carrier', ['100.64.0.1', '100.127.255.255']],
    ['of a cloud itself', ['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16']],
    ['of a cloud itself, in IPv6', ['fd00:ec2::254', 'fd20:ce::254']],
    ['for documentation', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    ['for measuring', ['198.18.0.1', '198.19.255.255', '2001:2::1']],
    ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
    ['reserved', ['240.0.0.1', '255.255.255.255', '192.0.0.1', '4000::1']],
    ['IPv4 within IPv6: mapped', ['::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:a00:1']],
    ['IPv4 within IPv6: public, mapped', ['::ffff:8.8.8.8']],
    ['IPv4 within IPv6: compatible', ['::127.0.0.1', '::a9fe:a9fe']],
    [
      'IPv4 within IPv6: translated',
      ['64:ff9b::7f00:1', '64:ff9b:1::a9fe:a9fe', '::ffff:0:7f00:1'],
    ],
    ['IPv4 within IPv6: tunneled', ['2002:7f00:1::', '2001:0:7f00:1::']],
    ['no address at all', ['', 'localhost', '127.1', '2130706433', '0x7f.1', '1.1.1.1 ', '[::1]']],
  ])('is one %s', (_, addresses) => {
    for (const address of addresses)
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });

  it('is any IPv4 address that is mapped into IPv6, however it is written', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        for (const text of [`::ffff:${a}.${b}.${c}.${d}`, `::FFFF:${hex}`, `0::ffff:${hex}`])
          expect(isPublicAddress(text)).toBe(false);
      }),
    );
  });
});
