// What a step type is: its own schema, the paths inside it, and what it does when a contact arrives or is woken.
import type * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import type { Subject } from '../conditions/evaluate.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Changes } from '../model/changes.ts';
import type { Basis } from '../model/consent.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event, Fields } from '../model/event.ts';
import type { MessageKind } from '../model/message.ts';
import type { Grant, StockAnswer } from '../model/offer.ts';
import type { OrderDraft } from '../model/order.ts';
import type { Reference } from '../model/reference.ts';
import type { Instant } from '../model/time.ts';
import type { WorkspaceRules } from '../model/workspace.ts';
import type { Step } from './index.ts';

/** What a step may know when it runs. Time and chance are values. */
export interface Moment {
  /** The id of the step itself. */
  readonly step: string;
  readonly contact: Contact;
  readonly enrollment: Enrollment;
  readonly basis: Basis;
  readonly now: Instant;
  /** When what led here happened, or was due. Waits count from it, however late the work is. */
  readonly movedAt: Instant;
  /** The contact's, or the workspace's. */
  readonly zone: string;
  readonly workspace: WorkspaceRules;
  /** A stable hash of a text. */
  readonly hash: (text: string) => string;
  /** The contact and the trigger's event, as conditions see them; `properties` of another event instead. */
  readonly subject: (properties?: Fields) => Subject;
  readonly kindOf: (template: string) => MessageKind;
  /** Throws Missing while it is not loaded. */
  readonly catalog: () => Catalog;
  /** Throws Missing while it is not known. */
  readonly stock: (offer: string, grant: string) => StockAnswer;
}

/** What later steps find in the enrollment. */
export type Keeps = Partial<Pick<Enrollment, 'arms' | 'offer'>>;

/** What a step asks the engine to do. */
export type Outcome =
  | {
      readonly do: 'go_on';
      readonly path?: string;
      readonly keeps?: Keeps;
      readonly because?: string;
    }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'send'; readonly template: string }
  /** Changes the contact, asks something of the world, or keeps something in the enrollment; then goes on. */
  | {
      readonly do: 'act';
      readonly changes?: Changes;
      readonly orders?: readonly OrderDraft[];
      readonly keeps?: Keeps;
      /** An offer given to the contact. */
      readonly grant?: Grant;
      readonly path?: string;
      readonly because: string;
    };

export interface StepType<S> {
  /** The key that tells this step from others in a campaign document. */
  readonly type: string;
  /** The words the console draws it with. */
  readonly label: string;
  /** What it does, in one sentence. */
  readonly about: string;
  /** A new one as it first stands in a campaign; it may wait to be filled in. */
  readonly blank: object;
  readonly schema: z.ZodType<S>;
  /** Nested steps by the name of their path. Every path rejoins after this step. */
  paths(step: S): Readonly<Record<string, readonly Step[]>>;
  /** What the way on beside its paths is called, where there is one. */
  straightOn?(step: S): string | undefined;
  /** A short name for its id, when the marketer gave none. */
  slug(step: S): string;
  /** One plain sentence for the marketer. */
  sentence?(step: S): string;
  arrive(step: S, moment: Moment): Outcome;
  /** An event while a contact waits here; undefined when the step does not care. */
  hear?(step: S, event: Event, moment: Moment): Outcome | undefined;
  /** Something of the contact has changed while it waits here; undefined when the step does not care. */
  look?(step: S, moment: Moment): Outcome | undefined;
  /** The wait ended by itself. Another `wait` goes on waiting. */
  timeOut?(step: S, moment: Moment): Outcome;
  /** Names of the templates this step sends. */
  templates?(step: S): readonly string[];
  /** Event properties this step reads from the trigger. */
  reads?(step: S): readonly string[];
  /** Conditions it asks of the contact: what they need is remembered. */
  conditions?(step: S): readonly Condition[];
  /** What must exist for it: "list:<id>", "offer:<id>", "campaign:<id>". Segments and lists in conditions are known. */
  refers?(step: S): readonly Reference[];
  /** Paths that nobody can ever take, by name: why. A constant condition is found without this. */
  deadPaths?(step: S): Readonly<Record<string, string>>;
  /** Whether nobody gets past it, in the campaign of that id. */
  ends?(step: S, campaign: string): boolean;
}
