// How the source looks: in the colors of the theme, light and dark, each readable on its ground.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const words = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'light-dark(#075640, #77c5a3)' },
  { tag: tags.attributeName, color: 'light-dark(#7a3e00, #e9b872)' },
  { tag: [tags.attributeValue, tags.string], color: 'light-dark(#1b4f9c, #9cc2ff)' },
  { tag: [tags.comment, tags.meta], color: 'var(--mantine-color-dimmed)' },
]);

const ground = EditorView.theme({
  '&': {
    fontSize: '13px',
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--mantine-color-body)',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: 'var(--mantine-radius-md)',
    overflow: 'hidden',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-color-leaf-6)' },
  '.cm-scroller': {
    height: 'clamp(320px, calc(100vh - 420px), 760px)',
    fontFamily: 'var(--mantine-font-family-monospace)',
  },
  // A line of Persian runs from right to left, though its tags do not.
  '.cm-line': { unicodeBidi: 'plaintext' },
  '.cm-gutters': {
    backgroundColor: 'var(--mantine-color-default-hover)',
    color: 'var(--mantine-color-dimmed)',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--mantine-color-default-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-selectionBackground': { backgroundColor: 'light-dark(#c9e6da, #2b4d41) !important' },
  '.cm-panels, .cm-tooltip': {
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
  },
});

export const look = [ground, syntaxHighlighting(words)];
