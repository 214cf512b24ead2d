// Whatever is published can be sent: a template that compiles renders, in each of its languages, for a contact that has
// all it reads, whatever the values are.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTemplate, NotCompiled } from '../../../../functions/channels/email/compile.ts';
import { render } from '../../../../functions/channels/email/render.ts';
import { type ArbitraryTemplate, arbitraryTemplate } from '../../../support/arbitrary-template.ts';

const around = {
  campaign: { id: 'c', name: 'C' },
  organization: { name: 'O', address: '12 Garden Street' },
  unsubscribeUrl: 'https://shop.test/u/1',
};

/** Liquid of the template, which values that look like Liquid are not. */
const ours = /\{%|\{\{ (?:person|customer|user|event|organization|unsubscribe_url)/;

const runs = 40;

test('a template that compiles renders for a contact that has all it reads', async () => {
  let published = 0;
  const holds = async ({ source, person, event }: ArbitraryTemplate) => {
    const compiled = await compileTemplate('any', source).catch((error: unknown) => {
      if (error instanceof NotCompiled) return undefined;
      throw error;
    });
    if (!compiled) return;
    published += 1;
    expect(Object.keys(event).sort()).toEqual(compiled.event);
    for (const language of ['en', 'fa']) {
      const { subject, html, text } = render(compiled, { ...around, person, event, language });
      expect(subject).toMatch(/^Hi/);
      expect(html).toMatch(new RegExp(`<html lang="${language}"`));
      expect(`${html} ${text}`).not.toMatch(ours);
    }
  };
  await fc.assert(fc.asyncProperty(arbitraryTemplate, holds), { numRuns: runs });
  expect(published).toBeGreaterThan(runs / 2);
});
