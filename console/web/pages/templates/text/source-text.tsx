// MJML with Liquid as text, with its problems at their lines. The tabulator leaves the field, as in every other one.
import { html } from '@codemirror/lang-html';
import { bidiIsolates } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { type RefObject, useEffect, useRef } from 'react';
import type { Placed } from '../editor/problems.ts';
import { look } from './look.ts';

/** What others may do with the text. */
export interface TextHandle {
  /** Where the cursor is, in place of what is selected. */
  insert(text: string): void;
  /** Counted from 1. */
  goTo(line: number): void;
}

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
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(() => {
    const listen = EditorView.updateListener.of(
      ({ docChanged, focusChanged, state, view: made }) => {
        if (docChanged) latest.current.onChange(state.doc.toString());
        if (focusChanged && made.hasFocus) latest.current.onFocus();
      },
    );
    const made = editorIn(place.current, latest.current.text, [
      listen,
      EditorState.readOnly.of(isReadOnly),
      // Checkers of accessibility do not know that what is editable takes the focus.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ]);
    view.current = made;
    handle.current = handleOf(made);
    return () => made.destroy();
  }, [isReadOnly, label, handle]);
  useEffect(() => {
    const made = view.current;
    if (made && made.state.doc.toString() !== text)
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const made = view.current;
    if (made) made.dispatch(setDiagnostics(made.state, marksOf(made.state, problems)));
  }, [problems]);
  return <div ref={place} dir="ltr" />;
}

const editorIn = (parent: Element | null, doc: string, more: readonly Extension[]): EditorView =>
  new EditorView({
    parent: parent ?? undefined,
    state: EditorState.create({
      doc,
      extensions: [
        ...[look, basicSetup, html(), lintGutter(), EditorView.lineWrapping],
        ...[EditorView.perLineTextDirection.of(true), bidiIsolates()],
        ...more,
      ],
    }),
  });

const handleOf = (made: EditorView): TextHandle => ({
  insert(text) {
    made.dispatch(made.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input' });
    requestAnimationFrame(() => made.focus());
  },
  goTo(line) {
    const { from } = made.state.doc.line(Math.min(line, made.state.doc.lines));
    made.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    requestAnimationFrame(() => made.focus());
  },
});

const marksOf = ({ doc }: EditorState, problems: readonly Placed[]): Diagnostic[] =>
  problems.flatMap(({ line, message }) => {
    if (line === undefined || line > doc.lines) return [];
    const { from, to } = doc.line(line);
    return [{ from, to, severity: 'error' as const, message }];
  });
