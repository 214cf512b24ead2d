// What was tried out last, with all that was said of it, until it is imported: whoever comes back finds it. The file is the
// browser's, so a reload forgets it.
import type { Schemas } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import type { Stated } from './consent.tsx';
import type { Column, Inspected } from './inspect.ts';

/** As it stands in the form. */
export interface Given {
  readonly columns: readonly Column[];
  readonly treat: Inspected['treat'];
  readonly consent: Stated;
  readonly lists: readonly string[];
  readonly tags: readonly string[];
}

export interface Chosen {
  readonly file: File;
  readonly found: Inspected;
  /** What was said of it before; nothing yet of a file that has just been chosen. */
  readonly given?: Given;
}

type Body = Schemas['postImportsBody'];

/** A file, and what the API is told of it. */
export interface Ready extends Chosen {
  readonly settings: Omit<Body, 'file' | 'dryRun' | 'again'>;
}

interface Tried {
  readonly id: string;
  readonly ready: Ready;
}

/** Kept where all is kept that the next person who signs in must not see. */
const key = ['import tried out'] as const;
queryClient.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });

const last = () => queryClient.getQueryData<Tried>(key);

export const remember = (id: string, ready: Ready): void =>
  void queryClient.setQueryData<Tried>(key, { id, ready });

export const forget = (): void => queryClient.removeQueries({ queryKey: key });

export const lastChosen = (): Chosen | undefined => last()?.ready;

export function triedAs(id: string): Ready | undefined {
  const tried = last();
  return tried?.id === id ? tried.ready : undefined;
}
