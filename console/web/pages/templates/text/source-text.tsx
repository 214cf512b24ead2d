// MJML with Liquid as text, with its problems at their lines. The tabulator leaves the field, as in every other one.
import { html } from '@codemirror/lang-html';
import { bidiIsolates } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import type { TFunction } from 'i18next';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { faultWords } from '../../../parts/said/faults.ts';
import { createTextEditor, type TextEditor } from '../../../parts/text-editor/text-editor.ts';
import type { Placed } from '../editor/problems.ts';
import { look } from './look.ts';

/** What others may do with the text. */
export type TextHandle = Pick<TextEditor, 'insert' | 'goTo'>;

interface SourceTextParts {
  readonly label: string;
  readonly text: string;
  onChange(text: string): void;
  onFocus(): void;
  readonly problems: readonly Placed[];
  readonly isReadOnly: boolean;
  readonly handle: RefObject<TextHandle | undefined>;
}

export default function SourceText(parts: SourceTextParts) {
  const { label, text, problems, isReadOnly, handle } = parts;
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor>(undefined);
  const latest = useRef(parts);
  latest.current = parts;
  // Made once: whatever else changes around it, the caret and what can be undone stay.
  useEffect(() => {
    const made = createTextEditor(place.current, {
      doc: latest.current.text,
      typed: (to) => latest.current.onChange(to),
      extensions: [focusing(() => latest.current.onFocus()), ...directions, html(), look],
    });
    editor.current = made;
    handle.current = made;
    return () => made.close();
  }, [handle]);
  useEffect(() => editor.current?.look({ isReadOnly, label }), [isReadOnly, label]);
  useEffect(() => editor.current?.write(text), [text]);
  useEffect(() => {
    const { current } = editor;
    current?.mark(marksOf(current, problems, t));
  }, [problems, t]);
  return <div ref={place} dir="ltr" />;
}

const directions = [EditorView.perLineTextDirection.of(true), bidiIsolates()];

const focusing = (heard: () => void) =>
  EditorView.updateListener.of(({ focusChanged, view }) => {
    if (focusChanged && view.hasFocus) heard();
  });

const marksOf = (editor: TextEditor, problems: readonly Placed[], t: TFunction): Diagnostic[] =>
  problems.flatMap(({ line, message }) => {
    const range = line === undefined ? undefined : editor.rangeOf(line);
    return range ? [{ ...range, severity: 'error' as const, message: faultWords(message, t) }] : [];
  });
