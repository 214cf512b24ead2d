// Packs a value small: a write costs by the kilobyte, and JSON in DynamoDB is mostly field names.
// The dictionary is part of the format: a better one is a new attribute beside `z1`, never a change to this one.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Refused } from '../errors.ts';
import type { Item } from './dynamo.ts';

const dictionary = Buffer.from(
  '"transitions":[{"kind":"not_entered","reason":"where_not_met","kind":"completed","kind":"waiting",' +
    '"step":"kind":"withheld","kind":"goal_reached","kind":"exited","kind":"branched","path":"kind":"resumed",' +
    '"until":"kind":"requested","message":"msg_{"kind":"entered","campaign":"enrollment":"enr_"version":1,' +
    '"because":"\\" happened, is \\"","consent":{"status":"subscribed","method":"form","wording":"",' +
    '"suppression":{"address":"reason":"{"kind":"alarm","alarm":{"contact":"con_"due":17,"revision":' +
    '{"kind":"message","page":"pg_"message":{"id":"msg_","contact":"con_","enrollment":"enr_","template":' +
    '"kind":"marketing","event":{"requestedAt":17{"kind":"row","row":{"contact":"con_","at":17,"kind":"event",' +
    '"id":"node-next-17","about":{"name":"properties":{"source":"segment","user":"email":"@example.com"' +
    '{"contact":{"id":"con_","revision":1,"identities":["user:","email:","anonymous:"],"traits":{"email":' +
    '"first_name":"firstName":"lastName":"company":"plan":"},"traitsAt":17,"enrollments":[],"triggeredAt":' +
    '"goalUntil":"since":"entries":{"count":1,"last":17},"ended":{},"applied":[],"appliedAt":[],' +
    '"forgottenUntil":0},"outbox":[',
);

export const pack = (value: unknown): Item => ({
  z1: { B: deflateRawSync(JSON.stringify(value), { dictionary }) },
});

/** Of the 400 KB of an item, with room for the key. */
const mostBytes = 390_000;

/** Throws Refused(422) for what no item can hold; `what` begins the sentence. */
export function packWithin(value: unknown, what: string): Item {
  const packed = pack(value);
  if ((packed.z1?.B?.length ?? 0) > mostBytes)
    throw new Refused(422, `${what} is larger than can be kept: fewer or shorter templates fit`);
  return packed;
}

/** Throws on an item that was not packed by this code. */
export function unpack<T>(item: Item): T {
  const packed = item.z1?.B;
  if (!packed) throw new Error(`Not a packed item: ${item.pk?.S}`);
  return JSON.parse(inflateRawSync(packed, { dictionary }).toString()) as T;
}
