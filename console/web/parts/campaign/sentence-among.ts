// The sentence of a step or a trigger, by the word that tells it from others. It may be unfinished, as it is being written.
import type { Wording } from '../condition/sentence.ts';

export type Sentence<T> = (told: T, words: Wording) => string;

/** Undefined where no word fits, and of what is unfinished. */
export function sentenceAmong(
  sentences: Readonly<Record<string, Sentence<never>>>,
  told: object,
  words: Wording,
): string | undefined {
  const [, sentence] = Object.entries(sentences).find(([word]) => Object.hasOwn(told, word)) ?? [];
  try {
    return sentence?.(told as never, words);
  } catch {
    return undefined;
  }
}
