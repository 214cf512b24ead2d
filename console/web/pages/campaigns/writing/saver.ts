// Keeps a draft: one saving after the other, each on top of the revision before; what was written meanwhile comes next.
// Whoever was slower is told of it (412), and nothing is written over.
import { isRefusal } from '../../../api/refusal.ts';
import type { Fields } from '../steps/tree.ts';

type Told = 'saved' | 'saving' | 'conflict' | 'failed';
/** Or it waits to be kept. */
export type Saving = Told | 'waiting';

interface Kept<Answer> {
  readonly saving: Told;
  /** Of the last saving that went well. */
  readonly answer?: Answer;
}

interface Ways<Answer> {
  /** Throws Refusal: 412 when the draft is no more at that revision. */
  put(document: Fields, revision: number): Promise<Answer>;
  tell(kept: Kept<Answer>): void;
}

export interface Saver {
  /** What is to be kept from now on. */
  write(document: Fields): void;
  /** Whether just that is kept. */
  keeps(document: Fields): boolean;
  /** Answers the revision under which all that was written before is kept. Throws Refusal. */
  save(): Promise<number>;
  /** Goes on from what is kept already, or on top of somebody else's revision. */
  begin(document: Fields, revision: number): void;
  on(revision: number): void;
}

const whyNot = (error: unknown): Told =>
  isRefusal(error) && error.status === 412 ? 'conflict' : 'failed';

export function createSaver<Answer extends { readonly revision: number }>(
  { put, tell }: Ways<Answer>,
  first: { readonly document: Fields; readonly revision: number },
): Saver {
  let { document, revision } = first;
  let saved: Fields | undefined = document;
  let last: Promise<number> = Promise.resolve(revision);

  const keep = async (): Promise<number> => {
    if (document === saved && revision > 0) return revision;
    const wanted = document;
    tell({ saving: 'saving' });
    try {
      const answer = await put(wanted, revision);
      revision = answer.revision;
      saved = wanted;
      tell({ saving: 'saved', answer });
      return revision;
    } catch (error) {
      tell({ saving: whyNot(error) });
      throw error;
    }
  };

  return {
    write: (to) => {
      document = to;
    },
    keeps: (one) => one === saved,
    save: () => {
      last = last.catch(() => 0).then(keep);
      return last;
    },
    begin: (to, at) => {
      [document, saved, revision] = [to, to, at];
    },
    on: (at) => {
      revision = at;
      saved = undefined;
    },
  };
}
