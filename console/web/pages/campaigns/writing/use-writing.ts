// A campaign while it is written: every change is kept as a draft a moment later, on top of the revision that was read.
// Nobody's writing is overwritten: whoever was slower is told, and chooses.
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { isRefusal } from '../../../api/refusal.ts';
import { begun, type Deed, type History, turned } from '../steps/history.ts';
import type { Fields } from '../steps/tree.ts';

export interface Problem {
  readonly at: string;
  readonly message: string;
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed';

export interface Written {
  readonly campaign: Fields;
  readonly templates: Fields;
  /** 0 where there is no draft yet. */
  readonly revision: number;
  readonly problems: readonly Problem[];
}

export interface Writing extends Omit<Written, 'campaign'> {
  readonly document: Fields;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** `going` names what is changed, so that typing a word is one change. */
  change(to: Fields, going?: string): void;
  undo(): void;
  redo(): void;
  /** Answers the revision under which all that is shown is kept. Throws Refusal. */
  save(): Promise<number>;
  /** Writes over what somebody else has saved meanwhile. */
  keepMine(): Promise<void>;
  begin(written: Written): void;
}

const pause = 600;

export function useWriting(id: string, read: Written): Writing {
  const [history, turn] = useReducer(turned, read.campaign, begun);
  const [saving, setSaving] = useState<Saving>('saved');
  const [kept, setKept] = useState({ revision: read.revision, problems: read.problems });
  const latest = useRef({ document: history.document, saved: read.campaign, ...kept });
  const running = useRef<Promise<number>>(undefined);
  latest.current.document = history.document;

  const put = useCallback(async (): Promise<number> => {
    const { document, revision } = latest.current;
    setSaving('saving');
    try {
      const body = { campaign: document, templates: read.templates } as never;
      const answer = await saved(id, body, revision);
      latest.current = { ...latest.current, saved: document, revision: answer.revision };
      setKept({ revision: answer.revision, problems: answer.problems ?? [] });
      setSaving('saved');
      return answer.revision;
    } catch (error) {
      setSaving(isRefusal(error) && error.status === 412 ? 'conflict' : 'failed');
      throw error;
    }
  }, [id, read.templates]);

  const save = useCallback(async (): Promise<number> => {
    // One after the other: each is saved on top of the one before.
    await running.current?.catch(() => undefined);
    const { document, saved: before, revision } = latest.current;
    if (document === before && revision > 0) return revision;
    running.current = put();
    return running.current;
  }, [put]);

  useLater(history.document, latest, () => {
    turn({ do: 'settle' });
    save().catch(() => undefined);
  });
  if (saving === 'saved' && history.document !== latest.current.saved) setSaving('waiting');
  const keepMine = async () => {
    latest.current.revision = await revisionOf(id);
    await put();
  };
  const begin = ({ campaign, revision, problems }: Written) => {
    latest.current = { document: campaign, saved: campaign, revision, problems };
    setKept({ revision, problems });
    setSaving('saved');
    turn({ do: 'begin', with: campaign });
  };
  const { templates } = read;
  return { ...turnsOf(history, turn), templates, saving, ...kept, save, keepMine, begin };
}

/** A moment after the last change. */
function useLater(
  document: Fields,
  latest: { readonly current: { readonly document: Fields; readonly saved: Fields } },
  act: () => void,
): void {
  const run = useRef(act);
  run.current = act;
  useEffect(() => {
    if (document === latest.current.saved) return;
    const timer = setTimeout(() => run.current(), pause);
    return () => clearTimeout(timer);
  }, [document, latest]);
  // Whoever leaves the page a moment after a change has made it all the same.
  useEffect(
    () => () => {
      if (latest.current.document !== latest.current.saved) run.current();
    },
    [latest],
  );
}

const turnsOf = (history: History, turn: (deed: Deed) => void) => ({
  document: history.document,
  canUndo: history.past.length > 0,
  canRedo: history.future.length > 0,
  change: (to: Fields, going?: string) => turn({ do: 'change', to, going }),
  undo: () => turn({ do: 'undo' }),
  redo: () => turn({ do: 'redo' }),
});

const saved = (id: string, body: never, revision: number) =>
  answered(
    client.PUT('/api/campaigns/{id}/draft', {
      params: {
        path: { id },
        header: revision > 0 ? { 'if-match': `"${revision}"` } : {},
      },
      body,
    }),
  );

const revisionOf = async (id: string): Promise<number> => {
  const view = await answered(client.GET('/api/campaigns/{id}', { params: { path: { id } } }));
  return view.draft?.revision ?? 0;
};
