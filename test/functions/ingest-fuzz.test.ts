import { test } from 'vitest';
import * as holds from '../support/door-properties.ts';

test('every item of a batch is taken or set aside', () => holds.itemsAreTakenOrSetAside(1_000));
test('no bytes crash a source', () => holds.bytesNeverCrash(1_000));
test('what a person typed survives every way to post a form', () => holds.formTextSurvives(300));
test('packing loses nothing and wastes little', () => holds.packingLosesNothing(200));
test('the door always answers', () => holds.doorAlwaysAnswers(200));
