// The feedback queue as a test fills it.
import type { Workspace } from './workspace.ts';

/** Hands events over as the queue would, in one batch; answers the ids of those that failed. */
export async function hearAll(
  { world }: Workspace,
  ...events: readonly (object | string)[]
): Promise<string[]> {
  const Records = events.map((event, at) => ({
    messageId: String(at),
    body: typeof event === 'string' ? event : JSON.stringify(event),
  }));
  const { batchItemFailures } = (await world.invoke('feedback', { Records })) as {
    batchItemFailures: { itemIdentifier: string }[];
  };
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
