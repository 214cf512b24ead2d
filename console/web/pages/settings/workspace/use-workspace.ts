// The rules of the workspace, and changing some of them: all are sent, those that stay as they were.
import { api, client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';

import { rebase } from '../rebase.ts';

export type Workspace = Schemas['getWorkspaceAnswer'];

export const useWorkspace = () => api.useQuery('get', '/api/workspace');

/** `isShown` where the form itself says what is refused. */
export const useSave = (known: Workspace, done: string, isShown = false) =>
  useAct({
    run: async (changed: Partial<Workspace>) => {
      const there = await answered(client.GET('/api/workspace'));
      const body = rebase(known, { ...known, ...changed }, there);
      return client.PUT('/api/workspace', { body });
    },
    done,
    isShown,
  });
