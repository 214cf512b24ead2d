// Putting contacts on a list and taking them off, by their ids.
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';

interface Change {
  readonly add?: string[];
  readonly remove?: string[];
}

export const useChangeMembers = (list: string) =>
  useAct({
    run: ({ add = [], remove = [] }: Change) =>
      answered(
        client.POST('/api/lists/{id}/contacts', {
          params: { path: { id: list } },
          body: { add, remove },
        }),
      ),
    changes: [['/api/contacts']],
  });
