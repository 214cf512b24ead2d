// Savings that are still on their way, by campaign: who comes back to a page at once reads what was written before.
const all = new Map<string, Promise<unknown>>();

export function underWay<T>(id: string, saving: Promise<T>): Promise<T> {
  const ended = saving.catch(() => undefined);
  all.set(id, ended);
  void ended.then(() => all.get(id) === ended && all.delete(id));
  return saving;
}

/** Resolves when nothing of this campaign is on its way. */
export const settled = (id: string): Promise<unknown> => all.get(id) ?? Promise.resolve();
