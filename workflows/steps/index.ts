// The step types, listed once. A new one is its file and a word here.
import * as z from 'zod';
import { byKey } from '../model/one-of.ts';
import { type BranchStep, branch } from './branch.ts';
import { type EmitStep, emit } from './emit.ts';
import { type EnrollStep, enroll } from './enroll.ts';
import { type LeaveStep, leave } from './leave.ts';
import { type OfferStep, offer } from './offer.ts';
import { type SendStep, send } from './send.ts';
import { type SplitStep, split } from './split.ts';
import type { StepType } from './step.ts';
import { type TaskStep, task } from './task.ts';
import { type UpdateStep, update } from './update.ts';
import { type WaitStep, wait } from './wait.ts';
import { type WebhookStep, webhook } from './webhook.ts';

export type Step =
  | SendStep
  | WaitStep
  | BranchStep
  | SplitStep
  | OfferStep
  | UpdateStep
  | TaskStep
  | WebhookStep
  | EmitStep
  | EnrollStep
  | LeaveStep;

export const stepTypes: readonly StepType<Step>[] = [
  send,
  wait,
  branch,
  split,
  offer,
  update,
  task,
  webhook,
  enroll,
  leave,
  emit,
];

const step: z.ZodType<Step> = z.lazy(() =>
  byKey('a step', Object.fromEntries(stepTypes.map(({ type, schema }) => [type, schema]))),
);

export const steps: z.ZodType<readonly Step[]> = z.array(step).min(1).max(200);

/** The type of a step from a document that the schema has accepted. */
export function typeOf(document: Step): StepType<Step> {
  const found = stepTypes.find(({ type }) => Object.hasOwn(document, type));
  if (!found) throw new Error(`No such step type: ${Object.keys(document).join(', ')}`);
  return found;
}
