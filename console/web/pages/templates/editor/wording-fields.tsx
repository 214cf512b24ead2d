// What is said in one language: subject, preheader and source, with menus that insert where the cursor was last.
import { Skeleton, Stack, TextInput } from '@mantine/core';
import { lazy, type RefObject, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { faultWords } from '../../../parts/said/faults.ts';
import { useMay } from '../../../session/session.ts';
import { InsertMenus } from '../insert/insert-menus.tsx';
import { directionOf, type Wording } from '../template.ts';
import type { TextHandle } from '../text/source-text.tsx';
import type { Placed } from './problems.ts';

const SourceText = lazy(() => import('../text/source-text.tsx'));

interface WordingFieldsParts {
  readonly wording: Wording;
  readonly language: string;
  change(wording: Wording): void;
  /** Of this language. */
  readonly problems: readonly Placed[];
  readonly source: RefObject<TextHandle | undefined>;
}

type Field = 'subject' | 'preheader' | 'mjml';

export function WordingFields(parts: WordingFieldsParts) {
  const { wording, language, change, problems, source } = parts;
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const { fields, where, insert } = useInsertion(parts);
  const line = (field: 'subject' | 'preheader') => ({
    ref: fields[field],
    value: wording[field] ?? '',
    dir: directionOf(language),
    readOnly: !isMarketer,
    maxLength: 500,
    error: faultWords(problems.find((one) => one.field === field)?.message ?? '', t),
    onFocus: () => {
      where.current = field;
    },
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ ...wording, [field]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput label={t('Subject')} {...line('subject')} />
      <TextInput
        label={t('Preheader')}
        description={t('What a list of mails shows after the subject.')}
        {...line('preheader')}
      />
      {isMarketer && (
        <InsertMenus insert={insert} insertBlock={(text) => source.current?.insert(text)} />
      )}
      <Suspense fallback={<Skeleton h={420} aria-busy="true" />}>
        <SourceText
          key={language}
          label={t('Source: MJML with Liquid')}
          text={wording.mjml}
          onChange={(mjml) => change({ ...wording, mjml })}
          onFocus={() => {
            where.current = 'mjml';
          }}
          problems={problems.filter(({ field }) => field === 'mjml')}
          isReadOnly={!isMarketer}
          handle={source}
        />
      </Suspense>
    </Stack>
  );
}

/** Puts text into the field that had the cursor last. */
function useInsertion({ wording, change, source }: WordingFieldsParts) {
  const where = useRef<Field>('mjml');
  const fields = {
    subject: useRef<HTMLInputElement>(null),
    preheader: useRef<HTMLInputElement>(null),
  };
  const insert = (text: string) => {
    if (where.current === 'mjml') return source.current?.insert(text);
    const [field, input] = [where.current, fields[where.current].current];
    if (!input) return;
    const [from, to] = [input.selectionStart ?? input.value.length, input.selectionEnd ?? 0];
    const value = input.value.slice(0, from) + text + input.value.slice(Math.max(from, to));
    change({ ...wording, [field]: value });
    requestAnimationFrame(() => input.focus());
  };
  return { fields, where, insert };
}
