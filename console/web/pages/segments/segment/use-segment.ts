// A segment while it is written. Saving publishes it: from then on everybody is asked by what it says now, and a job finds
// who is in it.
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useDraft, type Writing } from '../../../parts/writing/use-draft.ts';
import type { Draft } from './definition.tsx';

interface Written {
  /** Where unsaved changes are kept in this tab. */
  readonly key: string;
  readonly version: number;
  readonly said: Draft;
  /** Under which id it is saved. */
  idFor(draft: Draft): string;
  saved?(id: string): void;
}

export function useSegment({ key, version, said, idFor, saved }: Written): Writing<Draft> {
  return useDraft<Draft>({
    key: `segments/${key}`,
    read: { version, source: said },
    put: async (draft, onTop) => {
      const id = idFor(draft);
      const answer = await publish(id, draft, onTop);
      saved?.(id);
      return answer;
    },
    isShown: true,
  });
}

const publish = (id: string, draft: Draft, onTop: number) =>
  answered(
    client.PUT('/api/segments/{id}', {
      params: { path: { id }, header: { 'if-match': `"${onTop}"` } },
      body: bodyOf(draft) as never,
    }),
  );

const bodyOf = ({ name, description, condition }: Draft) => ({
  ...{ name: name.trim(), condition },
  ...(description.trim() !== '' && { description: description.trim() }),
});
