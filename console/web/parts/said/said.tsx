// A sentence of the engine where it is read: in the reader's language, or as English that is marked as such.
import { useFormats } from '../../words/use-formats.ts';
import { useWording } from '../condition/use-wording.ts';
import { sayReason } from './reasons.ts';
import type { Say, Speech } from './say.ts';

export function useSpeech(): Speech {
  const words = useWording();
  const { moment } = useFormats();
  return { ...words, moment };
}

interface SaidParts {
  readonly text: string;
  readonly say: Say;
}

export function Said({ text, say }: SaidParts) {
  const speech = useSpeech();
  // In English, too: names stand in place of ids, and moments in the reader's own zone.
  const said = say(text, speech);
  return said === undefined ? <bdi lang="en">{text}</bdi> : <bdi>{said}</bdi>;
}

/** Why something was decided. */
export const Reason = ({ text }: { readonly text: string }) => <Said text={text} say={sayReason} />;
