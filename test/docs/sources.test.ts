// The guide to sources knows every kind that can be connected, every reason for which the door says no, and every
// field and setting of a form.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formSettings } from '../../functions/sources/form/settings.ts';
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

const formCode = globSync('functions/sources/form/*.ts').map((file) => readFileSync(file, 'utf8'));
const own = new Set(
  [...formCode.join('\n').matchAll(/answers\.(_\w+|consent\w*)|'(_\w+)'/g)].map(
    ([, read, quoted]) => read ?? quoted,
  ),
);

it('finds the own fields of a form', () => {
  expect([...own]).toEqual(expect.arrayContaining(['_t', '_next', '_gotcha', 'consent_version']));
});

it.each([...own, ...Object.keys(formSettings.shape)])('names the field or setting %s', (name) => {
  expect(guide).toMatch(new RegExp(`^\\|[^|]*\`${name}\`[^|]*\\|`, 'm'));
});

it('shows settings of a form that can be set, and what holds without them', () => {
  const [, shown = ''] = /'(\{"kind":"form"[\s\S]*?\})'/.exec(guide) ?? [];
  const { settings } = JSON.parse(shown);
  expect(Object.keys(formSettings.parse(settings))).toEqual(Object.keys(settings));
  const usual = formSettings.parse({});
  for (const name of ['fill_seconds', 'per_address'] as const)
    expect(guide).toMatch(new RegExp(`^\\| \`${name}\` .* ${usual[name]} \\|$`, 'm'));
});
