// A template or a block while it is written: on top of the version that was read, saved as the next. Nobody's writing is
// overwritten: when somebody else was faster, whoever is slower is told, and chooses.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/use-act.ts';
import { isSame } from '../template.ts';
import { type Draft, dropDraft, keepDraft, keptDraft } from './draft-store.ts';
import { type Placed, problemsOf } from './problems.ts';

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
}

export interface Writing<S> {
  readonly source: S;
  readonly version: number;
  readonly isChanged: boolean;
  /** Somebody else has saved this version since this was begun. */
  readonly newer: number | undefined;
  /** It was written before this page was opened. */
  readonly isFound: boolean;
  readonly isSaving: boolean;
  /** What the last saving was refused for. */
  readonly problems: readonly Placed[];
  change(source: S): void;
  save(): void;
  /** What is saved, in place of what is written here. */
  discard(): void;
  /** What is written here comes on top of what somebody else has saved. */
  keepMine(): void;
}

export function useDraft<S>({ key, read, put }: Written<S>): Writing<S> {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft<S>>(() => keptDraft(key) ?? fresh(read));
  const [isFound, setFound] = useState(() => keptDraft(key) !== undefined);
  const isChanged = !isSame(draft.source, draft.began);
  if (!isChanged && read.version > draft.version) setDraft(fresh(read));
  useEffect(() => {
    if (isChanged) keepDraft(key, draft);
    else dropDraft(key);
  }, [key, draft, isChanged]);
  const saving = useAct({
    run: async ({ source, version }: Draft<S>) => {
      const answer = await put(source, version);
      setDraft((now) => ({ ...now, version: answer.version, began: source }));
      setFound(false);
      return answer;
    },
    done: ({ version }) => t('Saved as version {{version}}.', { version }),
  });
  return {
    source: draft.source,
    version: draft.version,
    isChanged,
    newer: isChanged && read.version > draft.version ? read.version : undefined,
    isFound: isFound && isChanged,
    isSaving: saving.isPending,
    problems: problemsOf(saving.error),
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
