// Keeps what is asked of the data of people through a source, for somebody who may erase: the door may not. It is written
// where the tick looks every minute.
import { wins } from '../errors.ts';
import type { DueRequest, Schedules } from '../job-ports.ts';
import type { SubjectRequest } from '../sources/source.ts';

/** Sent again while it is under way it is the same. */
export async function keepRequests(
  { schedules }: { readonly schedules: Pick<Schedules, 'put'> },
  requests: readonly SubjectRequest[],
  told: Pick<DueRequest, 'source' | 'receivedAt' | 'besides'>,
): Promise<void> {
  for (const asked of requests) {
    const due = {
      kind: 'request',
      request: asked.id,
      at: told.receivedAt,
      asked,
      ...told,
    } as const;
    await wins(schedules.put(due, 0));
  }
}
