// Which addresses are on the public internet. Everything that IANA sets apart is refused, and so is what a cloud
// keeps for its own machines: a webhook must reach nothing that only we can reach.
import { BlockList, isIP } from 'node:net';

/** IANA's IPv4 Special-Purpose Address Registry, multicast, and Azure's host address, which looks public. */
const ipv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];

/** Within global unicast: what carries IPv4 (Teredo, 6to4), protocol assignments, documentation, AS112. */
const ipv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

/** All that IANA has given out of IPv6. Loopback, private, link-local, mapped and translated ones are outside. */
const unicast = listOf('ipv6', ['2000::/3']);
const setApart = { ipv4: listOf('ipv4', ipv4), ipv6: listOf('ipv6', ipv6) };

/** `address` as a resolver gives it. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !setApart.ipv4.check(address, 'ipv4');
    case 6:
      return unicast.check(address, 'ipv6') && !setApart.ipv6.check(address, 'ipv6');
    default:
      return false;
  }
}

function listOf(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
