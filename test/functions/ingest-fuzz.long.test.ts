import { test } from 'vitest';
import * as holds from '../support/door-properties.ts';
import * as segment from '../support/segment-properties.ts';

const runs = 100_000;

test('every item of a batch is taken or set aside', () => segment.itemsAreTakenOrSetAside(runs));
test('a good event is taken whatever its batch', () => segment.neighborsAreTaken(runs));
test('nobody gets in without a key', () => segment.nobodyGetsInWithoutAKey(runs));
test('no bytes crash a source', () => holds.bytesNeverCrash(runs));
test('what a person typed survives every way to post a form', () => holds.formTextSurvives(runs));
test('packing loses nothing and wastes little', () => holds.packingLosesNothing(2_000));
test('the door always answers', () => holds.doorAlwaysAnswers(20_000));
