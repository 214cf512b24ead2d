// How a job looks at contacts: each is left alone, counted, or brought a cause. One that cannot be looked at is told
// of by name, and holds up none of the others.
import type { Cause } from '../../workflows/model/cause.ts';
import { addUp, type Tally } from '../../workflows/model/job.ts';
import type { SetAside } from '../job-ports.ts';
import type { StoredContact } from '../ports.ts';
import type { Work } from './decision.ts';

/** What a job is to do with a contact that it concerns. */
export interface Concern {
  /** Absent when the contact is only counted, or has what it needs. */
  readonly cause?: Cause;
  /** It gets a cause, but is none of those whom the job is looking for: it leaves the segment, or will enter it. */
  readonly uncounted?: true;
  /** What it is counted under, once for each. */
  readonly under?: readonly string[];
}

/** Undefined when the job does not concern the contact. */
export type Examine = (stored: StoredContact) => Concern | undefined | Promise<Concern | undefined>;

interface Examined {
  /** Ids of the contacts that the job concerns. */
  readonly matched: readonly string[];
  readonly works: readonly Work[];
  readonly tally?: Tally;
  readonly failed: readonly SetAside[];
}

export async function examineAll(
  examine: Examine,
  contacts: readonly StoredContact[],
): Promise<Examined> {
  const looked = await Promise.all(contacts.map((stored) => look(examine, stored)));
  const under = looked.flatMap(({ concern }) => concern?.under ?? []);
  const tally = addUp(under.map((name) => ({ [name]: 1 })));
  return {
    matched: looked.flatMap(({ contact, concern }) =>
      concern && !concern.uncounted ? [contact] : [],
    ),
    works: looked.flatMap(({ contact, concern }) =>
      concern?.cause ? [{ contact, cause: concern.cause }] : [],
    ),
    failed: looked.flatMap(({ contact, because }) =>
      because === undefined ? [] : [{ contact, because }],
    ),
    ...(tally && { tally }),
  };
}

interface Looked {
  readonly contact: string;
  readonly concern?: Concern | undefined;
  readonly because?: string;
}

async function look(examine: Examine, stored: StoredContact): Promise<Looked> {
  const contact = stored.contact.id;
  try {
    return { contact, concern: await examine(stored) };
  } catch (error) {
    return { contact, because: error instanceof Error ? error.message : String(error) };
  }
}
