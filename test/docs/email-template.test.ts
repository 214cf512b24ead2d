// The template that the guide to mail writes out is one that can be sent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileTemplate } from '../../functions/channels/email/compile.ts';
import { readBlocks, readTemplates } from '../../infra/library.ts';
import { readBlock } from '../support/shipped-blocks.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/email.md'), 'utf8');

test('the mail of the guide compiles', async () => {
  const [, mjml = ''] = /```xml\n(<mjml[\s\S]*?)```/.exec(guide) ?? [];
  const source = { kind: 'marketing', subject: 'Open Saturday', mjml } as const;
  const { html } = await compileTemplate('guide', source, readBlock);
  expect(html).toContain('The door is open on Saturday.');
});

test('the guide names every template and every block that ships', () => {
  const told = new Set(guide.matchAll(/`([a-z-]+)`/g).map(([, name]) => name));
  const names = [...readTemplates(), ...readBlocks()].map(({ id }) => id);
  expect(names.filter((name) => !told.has(name))).toEqual([]);
});
