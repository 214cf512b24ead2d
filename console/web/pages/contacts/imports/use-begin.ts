// Begins an import, or tries it out, and leads to where it can be watched.
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { forget, type Ready, remember } from './tried.ts';
import { measure } from './upload.ts';
import { beginUpload } from './uploads.ts';

interface Begun {
  readonly ready: Ready;
  readonly dryRun: boolean;
}

/** `seen` hears how much of the file has been read, from 0 to 1. */
export function useBegin(seen: (share: number) => void) {
  const go = useNavigate();
  return useAct({
    run: async ({ ready, dryRun }: Begun) => {
      const { file, found, settings } = ready;
      const measured = await measure(file, found, seen);
      const body = { ...settings, dryRun, file: measured, again: true };
      const { id } = await answered(client.POST('/api/imports', { body }));
      return { id, ready, dryRun };
    },
    after: ({ id, ready, dryRun }) => {
      if (dryRun) remember(id, ready);
      else forget();
      beginUpload(id, ready.file, ready.found);
      go(`/contacts/import/${id}`);
    },
  });
}
