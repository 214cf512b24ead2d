// A condition to be read: one sentence in the reader's language, with things called as people call them.
import { Text, type TextProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import type { Rule } from './rule.ts';
import { sentenceOf } from './sentence.ts';
import { calledOf, useNamed } from './use-names.ts';

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

export function useSentence(value: Rule): string {
  const { t, i18n } = useTranslation();
  const { number } = useFormats();
  const names = {
    segments: useNamed('segments'),
    lists: useNamed('lists'),
    campaigns: useNamed('campaigns'),
    topics: useNamed('topics'),
  };
  const called = (kind: keyof typeof names, id: unknown) => calledOf(names[kind], id);
  return sentenceOf(value, { t, number, called, language: i18n.language });
}
