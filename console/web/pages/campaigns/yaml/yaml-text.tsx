// The campaign as YAML, beside the canvas or alone: what is written here appears there and the other way around. Text that
// cannot be read never reaches the campaign, and is still there when somebody comes back to it.
import { Alert, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextEditor } from '../../../parts/text-editor/text-editor.ts';
import { useMay } from '../../../session/session.ts';
import type { Writing } from '../writing/use-writing.ts';
import { createEditor } from './editor.ts';
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

type SetBroken = (is: boolean) => void;

function useEditor(writing: Writing, setBroken: SetBroken) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor>(undefined);
  // Whoever writes here is not interrupted by what changed, but by what they undo.
  const follows = useRef(false);
  const latest = useRef(writing);
  latest.current = writing;
  const isReadOnly = !useMay('marketer');
  const label = t('The campaign as YAML');
  // Made once: whatever else changes around it, the caret and what is being typed stay.
  useEffect(() => {
    const made = createEditor(place.current, textIn(latest.current), {
      typed: (text) => setBroken(!take(text, latest.current)),
      undo: () => {
        follows.current = latest.current.canUndo;
        if (forget(latest.current)) made.write(writeText(latest.current.document));
        else latest.current.undo();
        setBroken(false);
      },
      redo: () => {
        follows.current = latest.current.canRedo;
        latest.current.redo();
      },
    });
    setBroken(latest.current.unread.current !== undefined);
    editor.current = made;
    return () => made.close();
  }, [setBroken]);
  useEffect(() => editor.current?.look({ isReadOnly, label }), [isReadOnly, label]);
  useShown({ editor, follows }, writing, setBroken);
  return place;
}

/** What was left unreadable, if the campaign has not changed since. */
function textIn(writing: Writing): string {
  if (writing.unread.current?.of !== writing.document) forget(writing);
  return writing.unread.current?.text ?? writeText(writing.document);
}

/** Whether it could be read. */
function take(text: string, { document, unread, change }: Writing): boolean {
  const read = readText(text).document;
  unread.current = read ? undefined : { text, of: document };
  if (read && !saysTheSame(text, document)) change(read, 'yaml');
  return read !== undefined;
}

/** Whether there was anything: what cannot be read is not in the campaign, and is what is undone first. */
function forget({ unread }: Writing): boolean {
  const wasThere = unread.current !== undefined;
  unread.current = undefined;
  return wasThere;
}

interface Shown {
  readonly editor: { readonly current: TextEditor | undefined };
  readonly follows: { current: boolean };
}

/** What was changed elsewhere is written here, and the problems are marked. */
function useShown({ editor, follows }: Shown, writing: Writing, setBroken: SetBroken): void {
  const { document, problems, unread } = writing;
  useEffect(() => {
    const { current } = editor;
    if (!current) return;
    const mayWrite = follows.current || !current.hasFocus();
    follows.current = false;
    const isUnread = unread.current?.of === document;
    if (mayWrite && !isUnread && !saysTheSame(current.text(), document)) {
      unread.current = undefined;
      current.write(writeText(document));
      setBroken(false);
    }
    current.mark(marksOf(current.text(), problems));
  }, [editor, follows, document, problems, unread, setBroken]);
}
