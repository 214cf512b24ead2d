// Saving a segment publishes it: from then on everybody is asked by what it says now, and a job finds who is in it.
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Draft } from './definition.tsx';

export function useSave() {
  return useAct({
    run: ({ id, draft }: { readonly id: string; readonly draft: Draft }) =>
      answered(
        client.PUT('/api/segments/{id}', {
          params: { path: { id } },
          body: bodyOf(draft) as never,
        }),
      ),
    changes: [
      ['/api/segments'],
      ['get', '/api/segments/{id}'],
      ['get', '/api/segments/{id}/sizes'],
    ],
    isShown: true,
  });
}

const bodyOf = ({ name, description, condition }: Draft) => ({
  ...{ name: name.trim(), condition },
  ...(description.trim() !== '' && { description: description.trim() }),
});
