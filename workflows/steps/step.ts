// What a step type is: its own schema, the paths inside it, and what it does when a contact arrives or is woken.
import type * as z from 'zod';
import type { Basis } from '../model/consent.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event } from '../model/event.ts';
import type { MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Withheld } from '../model/transition.ts';
import type { Step } from './index.ts';

/** What a step may know when it runs. Time is a value. */
export interface Moment {
  readonly contact: Contact;
  readonly enrollment: Enrollment;
  readonly basis: Basis;
  readonly now: Instant;
  readonly kindOf: (template: string) => MessageKind;
}

/** What a step asks the engine to do. */
export type Outcome =
  | { readonly do: 'go_on'; readonly path?: string; readonly because?: string }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'send'; readonly template: string }
  | { readonly do: 'withhold'; readonly reason: Withheld };

export interface StepType<S> {
  /** The key that tells this step from others in a campaign document. */
  readonly type: string;
  /** The words the console draws it with. */
  readonly label: string;
  readonly schema: z.ZodType<S>;
  /** Nested steps by the name of their path. Every path rejoins after this step. */
  paths(step: S): Readonly<Record<string, readonly Step[]>>;
  /** A short name for its id, when the marketer gave none. */
  slug(step: S): string;
  arrive(step: S, moment: Moment): Outcome;
  /** An event while a contact waits here; undefined when the step does not care. */
  hear?(step: S, event: Event, moment: Moment): Outcome | undefined;
  /** The wait ended by itself. */
  timeOut?(step: S): Outcome;
  /** Names of the templates this step sends. */
  templates?(step: S): readonly string[];
  /** Event properties this step reads from the trigger. */
  reads?(step: S): readonly string[];
}
