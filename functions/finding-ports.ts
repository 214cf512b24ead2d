// Finding contacts by the beginning of what they are called: texts that lead to contacts, kept beside them.
import type { ListRequest } from './listing.ts';

/** What a write of a contact changes of that. The texts are folded (workflows/model/findable.ts). */
export interface Refound {
  readonly contact: string;
  /** Of the contact as it was written. */
  readonly revision: number;
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/** A text that leads to a contact, or has led there: whoever reads it asks the contact itself. */
export interface Found {
  readonly text: string;
  readonly contact: string;
}

export interface Finder {
  /** Done again, or late, it changes nothing that the contact itself does not set right. */
  change(changes: readonly Refound[]): Promise<void>;
  /** Texts with that beginning, in their order. */
  find(beginning: string, request: ListRequest<Found>): Promise<Found[]>;
  /** Removes every text that ever led to the contact but those that `keeps` answers, asked when all are known. */
  forget(contact: string, keeps: () => Promise<readonly string[]>): Promise<void>;
}
