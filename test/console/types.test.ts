// The types by which the console calls the API are those of the API as it is.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consoleTypes } from '../../infra/console-types.ts';

it('has the types of the API as it is; `npm run console:types` writes them', async () => {
  const kept = readFileSync(new URL('../../console/web/api/paths.d.ts', import.meta.url), 'utf8');
  expect(kept).toBe(await consoleTypes());
});
