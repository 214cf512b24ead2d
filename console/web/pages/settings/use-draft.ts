// What a form holds: what is known, as it was changed here. It follows what was saved, here or elsewhere, and its fields
// stay the same ones, so that whoever has just saved keeps their place.
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

export function useDraft<T>(known: T): [T, Dispatch<SetStateAction<T>>] {
  const [draft, setDraft] = useState(known);
  useEffect(() => setDraft(known), [known]);
  return [draft, setDraft];
}
