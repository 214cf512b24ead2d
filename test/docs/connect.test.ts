// The snippet in the guide is Segment's own, with nothing but the host and the key changed.
import { readFileSync } from 'node:fs';
import { min as snippet } from '@segment/snippet';
import { expect, it } from 'vitest';

const guide = readFileSync('docs/connect.md', 'utf8');

it("shows Segment's snippet as it is", () => {
  expect(guide).toContain(`<script>\n${snippet({ host: 'HOST', apiKey: 'wk_…' })}\n</script>`);
});

it('names every library that is run here', () => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const libraries = Object.keys({ ...devDependencies, ...dependencies }).filter((name) =>
    /^(?:@segment\/analytics|@rudderstack|@customerio|analytics-node)/.test(name),
  );
  expect(libraries.length).toBeGreaterThan(4);
  for (const name of libraries) expect(guide).toContain(`\`${name}\``);
});
