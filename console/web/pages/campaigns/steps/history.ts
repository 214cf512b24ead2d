// What has been done to a campaign while it is written, so that it can be undone and done again.
import type { Fields } from './tree.ts';

export interface History {
  readonly document: Fields;
  readonly past: readonly Fields[];
  readonly future: readonly Fields[];
  /** What was changed last, by its name: going on with the same is one change. */
  readonly going?: string | undefined;
}

export type Deed =
  | { readonly do: 'change'; readonly to: Fields; readonly going?: string | undefined }
  | { readonly do: 'undo' | 'redo' | 'settle' }
  | { readonly do: 'begin'; readonly with: Fields };

const most = 200;

export const begun = (document: Fields): History => ({ document, past: [], future: [] });

export function turned(history: History, deed: Deed): History {
  switch (deed.do) {
    case 'begin':
      return begun(deed.with);
    case 'settle':
      return { ...history, going: undefined };
    case 'undo':
      return undone(history);
    case 'redo':
      return redone(history);
    case 'change':
      return changed(history, deed);
    default:
      return deed satisfies never;
  }
}

function undone({ document, past, future }: History): History {
  const before = past.at(-1) ?? document;
  return {
    document: before,
    past: past.slice(0, -1),
    future: past.length > 0 ? [document, ...future] : future,
  };
}

function redone(history: History): History {
  const [next, ...later] = history.future;
  if (!next) return history;
  return { document: next, past: [...history.past, history.document], future: later };
}

interface Change {
  readonly to: Fields;
  readonly going?: string | undefined;
}

function changed(history: History, { to, going }: Change): History {
  const { document, past } = history;
  if (to === document) return history;
  const isSame = going !== undefined && going === history.going;
  return {
    document: to,
    past: isSame ? past : [...past, document].slice(-most),
    future: [],
    going,
  };
}
