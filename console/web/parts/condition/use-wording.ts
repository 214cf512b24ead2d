// What sentences are made with: the reader's language, its numbers, and what segments, lists, campaigns and topics are called.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import type { Wording } from './sentence.ts';
import { calledOf, useNamed } from './use-names.ts';

export function useWording(): Wording {
  const { t, i18n } = useTranslation();
  const { number } = useFormats();
  const names = {
    segments: useNamed('segments'),
    lists: useNamed('lists'),
    campaigns: useNamed('campaigns'),
    topics: useNamed('topics'),
  };
  const called = (kind: keyof typeof names, id: unknown) => calledOf(names[kind], id);
  return { t, number, called, language: i18n.language };
}
