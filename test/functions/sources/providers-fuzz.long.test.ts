import { test } from 'vitest';
import { providers } from '../../../functions/sources/hook/providers.ts';
import * as holds from '../../support/provider-properties.ts';

const runs = 100_000;

test.each(providers.map((one) => [one.kind, one] as const))(
  '%s reads whatever is sent',
  (_, one) => {
    holds.readsWhateverIsSent(one, runs);
  },
);

test.each(providers.map((one) => [one.kind, one] as const))(
  '%s greets whatever comes',
  (_, one) => {
    holds.greetsWhateverComes(one, runs);
  },
);
