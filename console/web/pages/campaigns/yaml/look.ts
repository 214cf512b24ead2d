// How the text looks: as high as the canvas, in the colors of the theme.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const color = (name: string) =>
  `light-dark(var(--mantine-color-${name}-9), var(--mantine-color-${name}-3))`;

const words = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: color('leaf'),
    fontWeight: '600',
  },
  { tag: [tags.string, tags.content], color: 'inherit' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--mantine-color-dimmed)' },
  {
    tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace],
    color: 'var(--mantine-color-dimmed)',
  },
]);

const frame = EditorView.theme({
  '&': {
    height: 'clamp(420px, calc(100vh - 320px), 900px)',
    fontSize: '13px',
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--mantine-color-body)',
  },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)' },
  '.cm-gutters': {
    backgroundColor: 'var(--mantine-color-default-hover)',
    color: 'var(--mantine-color-dimmed)',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--mantine-color-default-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
});

export const look = [frame, syntaxHighlighting(words)];
