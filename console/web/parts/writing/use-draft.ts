// What has versions while it is written: on top of the version that was read, saved as the next. Nobody's writing is
// overwritten: when somebody else was faster, whoever is slower is told, and chooses.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/refusal.ts';
import { useAct } from '../../api/use-act.ts';
import { isSame } from '../same.ts';
import { type Draft, dropDraft, keepDraft, keptDraft } from './draft-store.ts';

interface Read<S> {
  readonly version: number;
  readonly source: S;
}

interface Written<S> {
  /** "templates/welcome" */
  readonly key: string;
  readonly read: Read<S>;
  /** Throws Refusal, with 412 when somebody else has saved since. */
  put(source: S, onTop: number): Promise<{ readonly version: number }>;
  /** True when the page itself shows what is refused. */
  readonly isShown?: boolean;
}

/** How the writing stands, whatever is written. */
export interface Standing {
  readonly version: number;
  readonly isChanged: boolean;
  /** Somebody else has saved this version since this was begun. */
  readonly newer: number | undefined;
  /** It was written before this page was opened. */
  readonly isFound: boolean;
  readonly isSaving: boolean;
  /** Why the last saving was refused. */
  readonly error: Error | null;
  save(): void;
  /** What is saved, in place of what is written here. */
  discard(): void;
  /** What is written here comes on top of what somebody else has saved. */
  keepMine(): void;
}

export interface Writing<S> extends Standing {
  readonly source: S;
  change(source: S): void;
}

export function useDraft<S>({ key, read, put, isShown = false }: Written<S>): Writing<S> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft<S>>(() => keptDraft(key) ?? fresh(read));
  const [isFound, setFound] = useState(() => keptDraft(key) !== undefined);
  const isChanged = !isSame(draft.source, draft.began);
  if (!isChanged && read.version > draft.version) setDraft(fresh(read));
  useEffect(() => {
    if (isChanged) keepDraft(key, draft);
    else dropDraft(key);
  }, [key, draft, isChanged]);
  /** Whoever was slower sees what is there now. */
  const lookAgain = async (error: unknown): Promise<never> => {
    if (isRefusal(error) && error.status === 412) await queries.invalidateQueries();
    throw error;
  };
  const saving = useAct({
    run: async ({ source, version }: Draft<S>) => {
      const answer = await put(source, version).catch(lookAgain);
      setDraft((now) => ({ ...now, version: answer.version, began: source }));
      setFound(false);
      return answer;
    },
    done: ({ version }) => t('Saved as version {{version}}.', { version }),
    isShown,
  });
  return {
    source: draft.source,
    version: draft.version,
    isChanged,
    newer: isChanged && read.version > draft.version ? read.version : undefined,
    isFound: isFound && isChanged,
    isSaving: saving.isPending,
    error: saving.error,
    change: (source) => {
      saving.reset();
      setDraft((now) => ({ ...now, source }));
    },
    save: () => saving.mutate(draft),
    discard: () => {
      saving.reset();
      setFound(false);
      dropDraft(key);
      setDraft(fresh(read));
    },
    keepMine: () => setDraft((now) => ({ ...now, version: read.version, began: read.source })),
  };
}

const fresh = <S>({ version, source }: Read<S>): Draft<S> => ({ version, began: source, source });
