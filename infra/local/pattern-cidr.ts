// `cidr`: IPv4 and IPv6 addresses within a block.
import { BlockList, isIP } from 'node:net';
import { refuse } from './pattern-json.ts';
import type { Test } from './pattern-text.ts';

const bits: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

export function cidr(argument: unknown): Test {
  if (typeof argument !== 'string') return refuse('cidr match pattern must be a string');
  const [address = '', prefix = '', ...more] = argument.split('/');
  const version = isIP(address);
  if (more.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (bits[version] ?? -1))
    return refuse(`Malformed CIDR: ${argument}`);
  const block = new BlockList();
  block.addSubnet(address, Number(prefix), familyOf(version));
  return (value) => typeof value === 'string' && block.check(value, familyOf(version));
}

const familyOf = (version: number): 'ipv4' | 'ipv6' => (version === 4 ? 'ipv4' : 'ipv6');
