// Trigger: the API is called for one contact. Nothing else lets anybody in.
import * as z from 'zod';
import type { TriggerType } from './trigger.ts';

const callTrigger = z.strictObject({ call: z.literal(true) });

type CallTrigger = z.infer<typeof callTrigger>;

export const call: TriggerType<CallTrigger> = {
  type: 'call',
  label: 'The API is called',
  schema: callTrigger,
  sentence: () => 'when the API asks for it',
  keys: () => [],
};
