// A campaign while it is written: every change is kept as a draft a moment later, on top of the revision that was read.
// Nobody's writing is overwritten: whoever was slower is told, and chooses.
import { useEffect, useReducer, useRef, useState } from 'react';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useProblemWords } from '../../../parts/said/use-problems.ts';
import { begun, type Deed, type History, turned } from '../steps/history.ts';
import type { Fields } from '../steps/tree.ts';
import { createSaver, type Saver, type Saving } from './saver.ts';
import { underWay } from './under-way.ts';

export interface Problem {
  readonly at: string;
  readonly message: string;
}

export interface Written {
  readonly campaign: Fields;
  readonly templates: Fields;
  /** 0 where there is no draft yet. */
  readonly revision: number;
  readonly problems: readonly Problem[];
}

/** Text that cannot be read yet, and the campaign that it would be a change of. */
export interface Unread {
  readonly text: string;
  readonly of: Fields;
}

export interface Writing extends Omit<Written, 'campaign'> {
  readonly document: Fields;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Stays while somebody looks at another tab. */
  readonly unread: { current: Unread | undefined };
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
  const { kept, setKept, saver } = useSaver(id, read);
  const unread = useRef<Unread>(undefined);
  const problems = useProblemWords(kept.problems);
  const { document } = history;
  saver.write(document);
  const save = () => underWay(id, saver.save());
  useLater(document, saver, () => {
    turn({ do: 'settle' });
    save().catch(() => undefined);
  });
  const keepMine = async () => {
    saver.on(await revisionOf(id));
    await save();
  };
  const begin = ({ campaign, revision, problems }: Written) => {
    saver.begin(campaign, revision);
    setKept({ saving: 'saved', revision, problems });
    turn({ do: 'begin', with: campaign });
  };
  const isWaiting = kept.saving === 'saved' && !saver.keeps(document);
  const saving = isWaiting ? 'waiting' : kept.saving;
  const { templates } = read;
  const about = { saving, problems, templates, unread };
  return { ...turnsOf(history, turn), ...kept, ...about, save, keepMine, begin };
}

function useSaver(id: string, { campaign, templates, revision, problems }: Written) {
  const [kept, setKept] = useState({ saving: 'saved' as Saving, revision, problems });
  const [saver] = useState(() =>
    createSaver(
      {
        put: (document, on) => putDraft(id, { campaign: document, templates } as never, on),
        tell: ({ saving, answer }) =>
          setKept((before) => ({
            ...before,
            ...(answer && { revision: answer.revision, problems: answer.problems ?? [] }),
            saving,
          })),
      },
      { document: campaign, revision },
    ),
  );
  return { kept, setKept, saver };
}

/** A moment after the last change. */
function useLater(document: Fields, saver: Saver, act: () => void): void {
  const run = useRef({ act, document });
  run.current = { act, document };
  useEffect(() => {
    if (saver.keeps(document)) return;
    const timer = setTimeout(() => run.current.act(), pause);
    return () => clearTimeout(timer);
  }, [document, saver]);
  useEffect(() => {
    // Whoever closes the window a moment after a change is asked to stay until it is kept.
    const stay = (event: BeforeUnloadEvent) => {
      if (saver.keeps(run.current.document)) return;
      event.preventDefault();
      run.current.act();
    };
    window.addEventListener('beforeunload', stay);
    return () => {
      window.removeEventListener('beforeunload', stay);
      // Whoever leaves the page a moment after a change has made it all the same.
      if (!saver.keeps(run.current.document)) run.current.act();
    };
  }, [saver]);
}

const turnsOf = (history: History, turn: (deed: Deed) => void) => ({
  document: history.document,
  canUndo: history.past.length > 0,
  canRedo: history.future.length > 0,
  change: (to: Fields, going?: string) => turn({ do: 'change', to, going }),
  undo: () => turn({ do: 'undo' }),
  redo: () => turn({ do: 'redo' }),
});

const putDraft = (id: string, body: never, revision: number) =>
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
