// Writing that was not saved, kept in this tab until it is closed: whoever reloads or wanders off finds it again.

export interface Draft<S> {
  /** On top of which version it is written. */
  readonly version: number;
  /** What it began from. */
  readonly began: S;
  readonly source: S;
}

const nameOf = (key: string): string => `perennial-draft:${key}`;

export function keptDraft<S>(key: string): Draft<S> | undefined {
  try {
    const kept = sessionStorage.getItem(nameOf(key));
    return kept === null ? undefined : (JSON.parse(kept) as Draft<S>);
  } catch {
    return undefined;
  }
}

export function keepDraft<S>(key: string, draft: Draft<S>): void {
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    // Without room it is kept on the page alone, and leaving asks in any case.
  }
}

export const dropDraft = (key: string): void => sessionStorage.removeItem(nameOf(key));
