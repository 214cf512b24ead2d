// The rules of the workspace, and changing some of them: all are sent, those that stay as they were.
import { api, client, type Schemas } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';

export type Workspace = Schemas['getWorkspaceAnswer'];

export const useWorkspace = () => api.useQuery('get', '/api/workspace');

export const useSave = (known: Workspace, done: string) =>
  useAct({
    run: (changed: Partial<Workspace>) =>
      client.PUT('/api/workspace', { body: { ...known, ...changed } }),
    done,
  });
