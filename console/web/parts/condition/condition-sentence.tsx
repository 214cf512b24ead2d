// A condition to be read: one sentence in the reader's language, with things called as people call them.
import { Text, type TextProps } from '@mantine/core';
import type { Rule } from './rule.ts';
import { phraseOf, sentenceOf } from './sentence.ts';
import { useWording } from './use-wording.ts';

interface ConditionSentenceParts extends TextProps {
  readonly value: Rule;
}

export function ConditionSentence({ value, ...look }: ConditionSentenceParts) {
  const said = useSentence(value);
  return (
    <Text size="sm" dir="auto" {...look}>
      {said}
    </Text>
  );
}

/** The same without "everybody of whom": where it is plain who is meant. */
export function ConditionPhrase({ value }: { readonly value: Rule }) {
  return (
    <Text size="sm" dir="auto">
      {phraseOf(value, useWording())}
    </Text>
  );
}

export function useSentence(value: Rule): string {
  return sentenceOf(value, useWording());
}
