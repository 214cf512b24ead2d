import { expect, test } from 'vitest';
import { providers } from '../../../functions/sources/hook/providers.ts';
import { readHook } from '../../support/hooks.ts';
import * as holds from '../../support/provider-properties.ts';
import { samples } from '../../support/provider-samples.ts';

test('every provider has samples, each of which it takes', () => {
  expect(samples.map(([{ kind }]) => kind).sort()).toEqual(
    providers.map(({ kind }) => kind).sort(),
  );
  for (const [provider, right] of samples)
    for (const { body, ...posted } of right)
      expect(readHook(provider, JSON.stringify(body), posted).events).not.toEqual([]);
});

test.each(providers.map((one) => [one.kind, one] as const))(
  '%s reads whatever is sent',
  (_, one) => {
    holds.readsWhateverIsSent(one, 300);
  },
);

test.each(providers.map((one) => [one.kind, one] as const))(
  '%s greets whatever comes',
  (_, one) => {
    holds.greetsWhateverComes(one, 200);
  },
);
