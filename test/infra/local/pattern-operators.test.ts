// The comparison operators of the EventBridge user guide, on one field of an event.
import { describe, expect, it } from 'vitest';
import { matches } from '../../../infra/local/patterns.ts';

const absent = Symbol('absent');
const yes = true;
const no = false;

type Row = readonly [tests: readonly unknown[], value: unknown, verdict: boolean];

const table: Readonly<Record<string, readonly Row[]>> = {
  'exact values': [
    [['running'], 'running', yes],
    [['stopped', 'running'], 'running', yes],
    [['running'], 'Running', no],
    [['running'], absent, no],
    [[''], '', yes],
    [[''], 'x', no],
    [[''], null, no],
    [[null], null, yes],
    [[null], '', no],
    [[null], absent, no],
    [[null], 'null', no],
    [[true], true, yes],
    [[true], 'true', no],
    [[100], 100, yes],
    [[100], 1e2, yes],
    [[100], '100', no],
    [['100'], 100, no],
    [[123456789012], 123456789012, yes],
  ],
  prefix: [
    [[{ prefix: 'eu-' }], 'eu-west-1', yes],
    [[{ prefix: 'eu-' }], 'us-east-1', no],
    [[{ prefix: '' }], 'anything', yes],
    [[{ prefix: '1' }], 12, no],
    [[{ prefix: { 'equals-ignore-case': 'EU-' } }], 'eu-west-1', yes],
    [[{ prefix: { 'equals-ignore-case': 'eu-' } }], 'us-east-1', no],
  ],
  suffix: [
    [[{ suffix: '.png' }], 'a.png', yes],
    [[{ suffix: '.png' }], 'a.PNG', no],
    [[{ suffix: { 'equals-ignore-case': '.png' } }], 'a.PNG', yes],
    [[{ suffix: { 'equals-ignore-case': '.png' } }], 'a.gif', no],
  ],
  'equals-ignore-case': [
    [[{ 'equals-ignore-case': 'alice' }], 'ALICE', yes],
    [[{ 'equals-ignore-case': 'alice' }], 'alicia', no],
    [[{ 'equals-ignore-case': '5' }], 5, no],
  ],
  wildcard: [
    [[{ wildcard: '*/lib/*' }], '/usr/lib/node', yes],
    [[{ wildcard: '*/lib/*' }], '/usr/libs/node', no],
    [[{ wildcard: 'a*b*c' }], 'a-b-b-c', yes],
    [[{ wildcard: 'a*b*c' }], 'a-c-b', no],
    [[{ wildcard: 'ab*ba' }], 'aba', no],
    [[{ wildcard: 'a*' }], 'a', yes],
    [[{ wildcard: '*' }], '', yes],
    [[{ wildcard: 'whole' }], 'whole thing', no],
    [[{ wildcard: 'a.c*' }], 'abcd', no],
    [[{ wildcard: 'five\\*' }], 'five*', yes],
    [[{ wildcard: 'five\\*' }], 'five stars', no],
    [[{ wildcard: 'c:\\\\*' }], 'c:\\windows', yes],
    [[{ wildcard: '*5*' }], 5, no],
  ],
  'anything-but': [
    [[{ 'anything-but': 'draft' }], 'sent', yes],
    [[{ 'anything-but': 'draft' }], 'draft', no],
    [[{ 'anything-but': 'draft' }], absent, no],
    [[{ 'anything-but': 'draft' }], null, yes],
    [[{ 'anything-but': 123 }], 124, yes],
    [[{ 'anything-but': 123 }], 123, no],
    [[{ 'anything-but': 123 }], '123', yes],
    [[{ 'anything-but': ['a', 'b'] }], 'c', yes],
    [[{ 'anything-but': ['a', 'b'] }], 'b', no],
    [[{ 'anything-but': [1, 2] }], 2, no],
    [[{ 'anything-but': { prefix: 'init' } }], 'running', yes],
    [[{ 'anything-but': { prefix: 'init' } }], 'initializing', no],
    [[{ 'anything-but': { prefix: 'init' } }], 5, yes],
    [[{ 'anything-but': { prefix: ['a', 'b'] } }], 'bc', no],
    [[{ 'anything-but': { suffix: '.png' } }], 'a.txt', yes],
    [[{ 'anything-but': { suffix: ['.png', '.gif'] } }], 'a.gif', no],
    [[{ 'anything-but': { 'equals-ignore-case': 'draft' } }], 'DRAFT', no],
    [[{ 'anything-but': { 'equals-ignore-case': ['draft', 'held'] } }], 'Sent', yes],
    [[{ 'anything-but': { wildcard: '*/lib/*' } }], '/usr/lib/x', no],
    [[{ 'anything-but': { wildcard: ['*a*', '*b*'] } }], 'cd', yes],
  ],
  numeric: [
    [[{ numeric: ['=', 3.018e2] }], 301.8, yes],
    [[{ numeric: ['<', 10] }], 10, no],
    [[{ numeric: ['<=', 10] }], 10, yes],
    [[{ numeric: ['>', 0, '<=', 5] }], 5, yes],
    [[{ numeric: ['>', 0, '<=', 5] }], 0, no],
    [[{ numeric: ['>=', 0, '<', 5] }], 0, yes],
    [[{ numeric: ['>=', 0, '<', 5] }], 5, no],
    [[{ numeric: ['>', 0] }], '5', no],
    [[{ numeric: ['>', 0] }], 6e9, no],
    [[{ numeric: ['<', 0] }], null, no],
  ],
  exists: [
    [[{ exists: true }], 'x', yes],
    [[{ exists: true }], null, yes],
    [[{ exists: true }], absent, no],
    [[{ exists: true }], [], no],
    [[{ exists: true }], { nested: 1 }, no],
    [[{ exists: false }], absent, yes],
    [[{ exists: false }], 'x', no],
    [[{ exists: false }], { nested: 1 }, yes],
    [[{ exists: false }, 'x'], 'x', yes],
    [[{ exists: false }, 'x'], 'y', no],
  ],
  cidr: [
    [[{ cidr: '10.0.0.0/24' }], '10.0.0.255', yes],
    [[{ cidr: '10.0.0.0/24' }], '10.0.1.0', no],
    [[{ cidr: '10.0.0.0/0' }], '192.168.1.1', yes],
    [[{ cidr: '10.0.0.0/24' }], 'ten', no],
    [[{ cidr: '2001:db8::/32' }], '2001:db8:1::1', yes],
    [[{ cidr: '2001:db8::/32' }], '2001:db9::1', no],
    [[{ cidr: '10.0.0.0/8' }], '::ffff:10.0.0.1', no],
  ],
};

describe.each(Object.entries(table))('%s', (_operator, rows) => {
  it.each(rows)('%j of %j is %s', (tests, value, verdict) => {
    const event = { detail: value === absent ? { other: 1 } : { field: value } };
    expect(matches({ detail: { field: tests } }, event)).toBe(verdict);
  });
});
