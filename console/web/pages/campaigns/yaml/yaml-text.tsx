// The campaign as YAML, beside the canvas or alone: what is written here appears there and the other way around. Text that
// cannot be read never reaches the campaign.

import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Alert, Stack, Text } from '@mantine/core';
import { basicSetup } from 'codemirror';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../session/session.ts';
import type { Writing } from '../writing/use-writing.ts';
import { look } from './look.ts';
import { marksOf, readText, saysTheSame, writeText } from './text.ts';

export default function YamlText({ writing }: { readonly writing: Writing }) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  const place = useEditor(writing, setBroken);
  return (
    <Stack gap={0}>
      {isBroken && (
        <Alert color="yellow" radius={0} role="status">
          {t('This text cannot be read yet. The campaign stays as it was last readable.')}
        </Alert>
      )}
      <div ref={place} dir="ltr" className="campaign-yaml" />
      <Text size="xs" c="dimmed" p="xs">
        {t('The same campaign as on the canvas. Comments are not kept.')}
      </Text>
    </Stack>
  );
}

function useEditor(writing: Writing, setBroken: (is: boolean) => void) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const isMarketer = useMay('marketer');
  const latest = useRef({ writing, setBroken });
  latest.current = { writing, setBroken };
  const label = t('The campaign as YAML');
  useEffect(() => {
    const typed = (text: string) => {
      const { document, fault } = readText(text);
      latest.current.setBroken(fault !== undefined);
      if (document && !saysTheSame(text, latest.current.writing.document))
        latest.current.writing.change(document, 'yaml');
    };
    const listen = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      if (docChanged && transactions.some(isTyped)) typed(state.doc.toString());
    });
    const made = editorIn(place.current, writeText(latest.current.writing.document), [
      listen,
      EditorState.readOnly.of(!isMarketer),
      EditorView.contentAttributes.of({ 'aria-label': label }),
    ]);
    // Whoever may only read still scrolls by the keyboard.
    made.scrollDOM.tabIndex = 0;
    view.current = made;
    return () => made.destroy();
  }, [isMarketer, label]);
  useShown(view, writing, setBroken);
  return place;
}

const editorIn = (parent: Element | null, doc: string, more: readonly Extension[]) =>
  new EditorView({
    parent: parent ?? undefined,
    state: EditorState.create({
      doc,
      extensions: [basicSetup, yaml(), lintGutter(), look, EditorView.lineWrapping, ...more],
    }),
  });

/** By a person, and not by what was changed on the canvas. */
const isTyped = (one: Transaction): boolean =>
  ['input', 'delete', 'undo', 'redo', 'move'].some((event) => one.isUserEvent(event));

/** What was changed elsewhere is written here, and the problems are marked. */
function useShown(
  view: { readonly current: EditorView | undefined },
  { document, problems }: Writing,
  setBroken: (is: boolean) => void,
): void {
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const text = editor.state.doc.toString();
    if (!editor.hasFocus && !saysTheSame(text, document)) {
      const insert = writeText(document);
      editor.dispatch({ changes: { from: 0, to: text.length, insert } });
      setBroken(false);
    }
    const marks = marksOf(editor.state.doc.toString(), problems);
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [view, document, problems, setBroken]);
}
