// Files that are being sent, whichever page is shown; told to those who look at one.
import { useSyncExternalStore } from 'react';
import type { Written } from '../../../../command-line/records.ts';
import { send } from './upload.ts';

export type Upload = 'sending' | 'sent' | { readonly failed: unknown };

const uploads = new Map<string, Upload>();
const lookers = new Set<() => void>();

function set(id: string, upload: Upload): void {
  uploads.set(id, upload);
  for (const tell of lookers) tell();
}

export function beginUpload(id: string, file: File, written: Written): void {
  if (uploads.get(id) === 'sending') return;
  set(id, 'sending');
  send(id, file, written).then(
    () => set(id, 'sent'),
    (failed: unknown) => set(id, { failed }),
  );
}

const look = (tell: () => void) => {
  lookers.add(tell);
  return () => lookers.delete(tell);
};

/** Undefined when nothing was sent from here since the page was loaded. */
export const useUpload = (id: string): Upload | undefined =>
  useSyncExternalStore(look, () => uploads.get(id));
