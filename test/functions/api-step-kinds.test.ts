// The kinds of steps, as the console draws them: what it can put into a campaign, the engine takes or says why not.
import { expect, test } from 'vitest';
import * as z from 'zod';
import { stepKinds } from '../../functions/api/step-kinds.ts';
import { stepTypes } from '../../workflows/steps/index.ts';

interface Kind {
  readonly kind: string;
  readonly about: string;
  readonly blank: Record<string, unknown>;
  readonly settings: { readonly properties: Record<string, Record<string, unknown>> };
}

const kinds = async (): Promise<readonly Kind[]> => {
  const answer = await stepKinds[0]?.run({} as never, {} as never);
  return (answer as { readonly items: readonly Kind[] }).items;
};

test('every step type is there, with a new one of it and its settings', async () => {
  const found = await kinds();
  expect(found.map(({ kind }) => kind)).toEqual(stepTypes.map(({ type }) => type));
  for (const { kind, about, blank, settings } of found) {
    expect(about, kind).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(blank), kind).toEqual([kind]);
    expect(Object.keys(settings.properties), kind).toContain(kind);
  }
});

test('conditions and nested steps are told by their names alone, so that the answer stays small', async () => {
  const found = await kinds();
  const branch = found.find(({ kind }) => kind === 'branch');
  expect(branch?.settings.properties.yes).toEqual({ type: 'array', format: 'steps' });
  expect(branch?.settings.properties.branch).toMatchObject({
    anyOf: [{ title: 'One condition', type: 'object', format: 'condition' }, { type: 'array' }],
  });
  expect(JSON.stringify(found).length).toBeLessThan(20_000);
});

test('a new step that needs nothing else is valid as it is', () => {
  const valid = stepTypes.filter(({ schema, blank }) => z.safeParse(schema, blank).success);
  expect(valid.map(({ type }) => type)).toEqual(['wait', 'split', 'offer']);
});
