// The store's promises, on the engine of AWS itself: whether ours is one is decided there.
import { afterAll, beforeAll, describe } from 'vitest';
import { startAwsEngine, whatIsMissing } from '../support/aws-engine.ts';
import { storeContract } from './store.ts';

const missing = whatIsMissing();
if (missing)
  console.warn(
    `SKIPPED: the contract of the store is not checked on the engine of AWS, since ${missing}. ` +
      'How to opt in: docs/testing.md',
  );

describe.skipIf(missing)('On the engine of AWS', () => {
  let engine: Awaited<ReturnType<typeof startAwsEngine>>;
  beforeAll(async () => {
    engine = await startAwsEngine();
  });
  afterAll(() => engine?.stop());

  storeContract(() => engine.open());
});
