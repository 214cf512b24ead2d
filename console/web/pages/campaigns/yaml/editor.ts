// The editor of a campaign's text. Undo is the campaign's, one for text and canvas alike.
import { yaml } from '@codemirror/lang-yaml';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { createTextEditor, type TextEditor } from '../../../parts/text-editor/text-editor.ts';
import { look } from './look.ts';

interface Heard {
  /** By a person. */
  typed(text: string): void;
  undo(): void;
  redo(): void;
}

export const createEditor = (parent: Element | null, doc: string, heard: Heard): TextEditor =>
  createTextEditor(parent, {
    ...{ doc, typed: heard.typed },
    extensions: [undoing(heard), yaml(), look],
  });

/** Of the keyboard, and of menus of the browser. */
function undoing({ undo, redo }: Heard): Extension {
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  const meant: Readonly<Record<string, () => boolean>> = {
    historyUndo: run(undo),
    historyRedo: run(redo),
  };
  return Prec.highest([
    keymap.of([
      { key: 'Mod-z', run: run(undo), preventDefault: true },
      { key: 'Mod-y', run: run(redo), preventDefault: true },
      { key: 'Mod-Shift-z', run: run(redo), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event) => {
        const act = meant[event.inputType];
        if (act) event.preventDefault();
        return act?.() ?? false;
      },
    }),
  ]);
}
