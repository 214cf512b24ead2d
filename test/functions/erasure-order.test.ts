// Whatever a person was told, has done and was merged with before: a few such lives, the same ones in every run.
import { test } from 'vitest';
import { nothingIsLeft } from '../support/erasure-properties.ts';

test(
  'nothing of an erased person is left, whatever happened in whatever order',
  () => nothingIsLeft(8),
  300_000,
);
