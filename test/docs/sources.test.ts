// The guide to sources knows every kind that can be connected, and every reason for which the door says no.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { providers } from '../../functions/sources/hook/providers.ts';

const guide = readFileSync('docs/sources.md', 'utf8');

it.each(providers.map(({ kind }) => kind))('names the kind %s', (kind) => {
  expect(guide).toContain(`\`${kind}\``);
});

const files = globSync([
  'functions/ingest.ts',
  'functions/sources/**/*.ts',
  'functions/use-cases/accept-events.ts',
]);
const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const reasons = new Set([...code.matchAll(/reason: '([a-z ]+)'/g)].map(([, reason]) => reason));

it('finds reasons to name', () => {
  expect(reasons.size).toBeGreaterThan(3);
});

it.each([...reasons, 'wrong signature', 'no signature', 'stale', 'unreadable'])(
  'names the reason %s',
  (reason) => {
    expect(guide).toContain(`\`${reason}\``);
  },
);
