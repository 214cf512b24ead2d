// What documents refer to by id: segments, lists and topics in conditions, segments in triggers, and what steps name.
import type { Condition } from '../conditions/condition.ts';
import { dependencies } from '../conditions/dependencies.ts';
import type { Reference } from '../model/reference.ts';
import { type Step, typeOf } from '../steps/index.ts';
import { type Trigger, triggerTypeOf } from '../triggers/index.ts';

export const ofRule = (rule: Condition): Reference[] => {
  const { segments, lists, topics } = dependencies(rule);
  return [
    ...[...segments].map((id) => `segment:${id}` as const),
    ...[...lists].map((id) => `list:${id}` as const),
    ...[...topics].map((id) => `topic:${id}` as const),
  ];
};

export const ofTrigger = (trigger: Trigger): Reference[] =>
  triggerTypeOf(trigger)
    .keys(trigger)
    .filter((key): key is Reference => key.startsWith('segment:'));

export const ofStep = (step: Step): readonly Reference[] => typeOf(step).refers?.(step) ?? [];

/** What the campaign itself is about. */
export const ofTopic = ({ topic }: { readonly topic?: string | undefined }): Reference[] =>
  topic === undefined ? [] : [`topic:${topic}`];
