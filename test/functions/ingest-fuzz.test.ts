import { test } from 'vitest';
import * as holds from '../support/door-properties.ts';
import * as segment from '../support/segment-properties.ts';

test('every item of a batch is taken or set aside', () => segment.itemsAreTakenOrSetAside(500));
test('a good event is taken whatever its batch', () => segment.neighborsAreTaken(100));
test('nobody gets in without a key', () => segment.nobodyGetsInWithoutAKey(300));
test('no bytes crash a source', () => holds.bytesNeverCrash(1_000));
test('what a person typed survives every way to post a form', () => holds.formTextSurvives(300));
test('packing loses nothing and wastes little', () => holds.packingLosesNothing(200));
test('the door always answers', () => holds.doorAlwaysAnswers(200));
