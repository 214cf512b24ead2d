// What a form holds: what is known, as it was changed here. It follows what was saved, here or elsewhere, and its fields
// stay the same ones, so that whoever has just saved keeps their place.
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { rebase } from './rebase.ts';

export function useDraft<T extends object>(known: T): [T, Dispatch<SetStateAction<T>>] {
  const [draft, setDraft] = useState(known);
  const base = useRef(known);
  useEffect(() => {
    const before = base.current;
    base.current = known;
    setDraft((mine) => rebase(before, mine, known));
  }, [known]);
  return [draft, setDraft];
}
