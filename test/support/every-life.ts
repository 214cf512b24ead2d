// What holds of every campaign and every life, one test for each: the short and the long run differ in their number.
import { test } from 'vitest';
import * as gate from './engine-gate.ts';
import * as groups from './engine-groups.ts';
import * as members from './engine-members.ts';
import * as holds from './engine-properties.ts';

export function testEveryLife(runs: number): void {
  test('no message is asked for twice', () => holds.noMessageTwice(runs));
  test('no order is placed twice, and no offer given twice', () => holds.noOrderTwice(runs));
  test('everybody inside is at a step that exists', () => holds.everyoneIsSomewhere(runs));
  test('every walk ends, and once', () => holds.everyWalkEnds(runs));
  test('nothing counts twice', () => holds.nothingCountsTwice(runs));
  test('a paused campaign lets nobody in and sends nothing', () => holds.pausedIsStill(runs));
  test('whoever left or must not be mailed gets no mail', () => gate.aNoIsANo(runs));
  test('nobody gets more than caps and smart sending allow', () => gate.neverTooMuch(runs));
  test('no marketing goes out at quiet hours or outside of its window', () =>
    gate.onlyInTime(runs));
  test('nothing is sent that has been due for too long', () => gate.nothingStale(runs));
  test('arms of splits stay with the contact', () => groups.armsStay(runs));
  test('nobody changes between holdout and treatment', () => groups.groupsStay(runs));
  test('the held-out get nothing', () => groups.heldOutGetNothing(runs));
  test('segments hold those of whom their condition holds', () =>
    members.membersAreWhoTheyShouldBe(runs));
  test('the order of what happens at once means nothing', () => members.orderMeansNothing(runs));
  test('deciding changes none of its inputs', () => holds.nothingIsMutated(runs / 2));
  test('storing a contact changes nothing', () => holds.storageChangesNothing(runs / 2));
  test('a replay is the same in every time zone', () => holds.replayIsTheSame(runs / 4));
}
