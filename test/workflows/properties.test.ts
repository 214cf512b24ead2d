import { test } from 'vitest';
import * as holds from '../support/engine-properties.ts';

const runs = 200;

test('no message is asked for twice', () => holds.noMessageTwice(runs));
test('everybody inside is at a step that exists', () => holds.everyoneIsSomewhere(runs));
test('every walk ends, and once', () => holds.everyWalkEnds(runs));
test('whoever left or must not be mailed gets no mail', () => holds.aNoIsANo(runs));
test('nothing counts twice', () => holds.nothingCountsTwice(runs));
test('deciding changes none of its inputs', () => holds.nothingIsMutated(runs));
test('storing a contact changes nothing', () => holds.storageChangesNothing(runs));
test('a replay is the same in every time zone', () => holds.replayIsTheSame(runs));
