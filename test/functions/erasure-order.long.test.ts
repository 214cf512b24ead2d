// Whatever a person was told, has done and was merged with before: hundreds of such lives, other ones at every run.
import { test } from 'vitest';
import { nothingIsLeft } from '../support/erasure-properties.ts';

test(
  'nothing of an erased person is left, whatever happened in whatever order',
  () => nothingIsLeft(200),
  1_800_000,
);
