// The text editor: one for as long as it is looked at. Undo is the campaign's, one for text and canvas alike.
import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { look } from './look.ts';
import { changeTo } from './text.ts';

interface Heard {
  /** By a person, and not by `write`. */
  typed(text: string): void;
  undo(): void;
  redo(): void;
}

interface Look {
  readonly isReadOnly: boolean;
  readonly label: string;
}

export interface Editor {
  text(): string;
  hasFocus(): boolean;
  /** Changes no more than differs, so that the caret stays where it is. */
  write(text: string): void;
  mark(marks: readonly Diagnostic[]): void;
  look(look: Look): void;
  close(): void;
}

export function createEditor(parent: Element | null, doc: string, heard: Heard): Editor {
  const shown = new Compartment();
  const view = new EditorView({
    parent: parent ?? undefined,
    state: EditorState.create({
      doc,
      extensions: [
        ...[undoing(heard), basicSetup, yaml(), lintGutter(), look, EditorView.lineWrapping],
        ...[listening(heard), shown.of([])],
      ],
    }),
  });
  // Whoever may only read still scrolls by the keyboard.
  view.scrollDOM.tabIndex = 0;
  return {
    text: () => view.state.doc.toString(),
    hasFocus: () => view.hasFocus,
    write: (text) => {
      const changes = changeTo(view.state.doc.toString(), text);
      if (changes) view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) });
    },
    mark: (marks) => view.dispatch(setDiagnostics(view.state, marks)),
    look: (to) => view.dispatch({ effects: shown.reconfigure(looking(to)) }),
    close: () => view.destroy(),
  };
}

const looking = ({ isReadOnly, label }: Look): Extension => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({ 'aria-label': label }),
];

const typing = ['input', 'delete', 'move'];

const listening = ({ typed }: Heard): Extension =>
  EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    const isTyped = transactions.some((one) => typing.some((event) => one.isUserEvent(event)));
    if (docChanged && isTyped) typed(state.doc.toString());
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
