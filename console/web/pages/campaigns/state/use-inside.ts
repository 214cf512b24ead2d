// Who is inside a campaign now. Counting looks at every contact, so it is done when somebody asks for it.
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { type Count, useCount } from './use-count.ts';

export interface Inside {
  readonly count: Count;
  readonly isCounting: boolean;
  /** Begins, or begins again. */
  ask(): void;
}

export function useInside(id: string): Inside {
  const [isAsked, setAsked] = useState(false);
  const count = useCount(
    `inside ${id}`,
    () => answered(client.POST('/api/campaigns/{id}/inside', { params: { path: { id } } })),
    isAsked,
  );
  const isCounting = isAsked && !count.isDone && !count.error;
  return { count, isCounting, ask: isAsked || count.isDone ? count.again : () => setAsked(true) };
}
