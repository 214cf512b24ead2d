// The assembly for one machine, made once for the same code and choices.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { synthesize } from '../../infra/assembly.ts';

it('is found again, whole, and without leftovers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assemblies-'));
  try {
    const made = await synthesize({ folder });
    expect(await synthesize({ folder })).toBe(made);
    expect(await readdir(folder)).toEqual([basename(made)]);
    expect(await readdir(made)).toContain('manifest.json');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('is another one for other choices', async () => {
  const context = { alarmEmail: 'ops@example.com' };
  expect(await synthesize({ context })).not.toBe(await synthesize());
});
