// What was tried out last, with all that was said of it, until it is imported: whoever comes back finds it. The file is the
// browser's, so a reload forgets it.
import type { Schemas } from '../../../api/client.ts';
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

let last: { readonly id: string; readonly ready: Ready } | undefined;

export function remember(id: string, ready: Ready): void {
  last = { id, ready };
}

export function forget(): void {
  last = undefined;
}

export const lastChosen = (): Chosen | undefined => last?.ready;

export const triedAs = (id: string): Ready | undefined =>
  last?.id === id ? last.ready : undefined;
