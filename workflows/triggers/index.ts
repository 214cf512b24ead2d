// The trigger types, listed once. A new one is its file and a word here.
import type * as z from 'zod';
import { byKey } from '../model/one-of.ts';
import { call } from './call.ts';
import { date } from './date.ts';
import { drifting } from './drifting.ts';
import { event } from './event.ts';
import { inactivity } from './inactivity.ts';
import { schedule } from './schedule.ts';
import { segment } from './segment.ts';
import type { TriggerType } from './trigger.ts';

const types = [event, segment, date, inactivity, drifting, schedule, call] as const;

export type Trigger = (typeof types)[number] extends TriggerType<infer T> ? T : never;

export const triggerTypes = types as unknown as readonly TriggerType<Trigger>[];

export const trigger = byKey(
  'a trigger',
  Object.fromEntries(types.map(({ type, label, schema }) => [type, schema.meta({ title: label })])),
) as unknown as z.ZodType<Trigger>;

/** The type of a trigger from a document that the schema has accepted. */
export function triggerTypeOf(document: Trigger): TriggerType<Trigger> {
  const found = triggerTypes.find(({ type }) => Object.hasOwn(document, type));
  if (!found) throw new Error(`No such trigger type: ${Object.keys(document).join(', ')}`);
  return found;
}
