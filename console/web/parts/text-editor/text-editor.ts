// The text editor: made once, for as long as it is looked at. What changes around it is handed in.
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { changeTo } from './change-to.ts';

interface Look {
  readonly isReadOnly: boolean;
  readonly label: string;
}

export interface TextEditor {
  text(): string;
  hasFocus(): boolean;
  /** Changes no more than differs, so that the caret stays where it is. */
  write(text: string): void;
  /** In place of what is selected, as if it were typed. */
  insert(text: string): void;
  /** Counted from 1; the last line at the most. */
  goTo(line: number): void;
  /** Of a line, counted from 1; undefined where there are fewer. */
  rangeOf(line: number): { readonly from: number; readonly to: number } | undefined;
  mark(marks: readonly Diagnostic[]): void;
  look(look: Look): void;
  close(): void;
}

interface Made {
  readonly doc: string;
  /** The language, the colors, and keys that come before those of every editor. */
  readonly extensions: Extension;
  /** By a person, and not by `write`. */
  typed(text: string): void;
}

export function createTextEditor(parent: Element | null, made: Made): TextEditor {
  const { doc, extensions, typed } = made;
  const shown = new Compartment();
  const view = new EditorView({
    parent: parent ?? undefined,
    state: EditorState.create({
      doc,
      extensions: [
        ...[extensions, basicSetup, lintGutter(), EditorView.lineWrapping],
        ...[listening(typed), shown.of([])],
      ],
    }),
  });
  // Whoever may only read still scrolls by the keyboard.
  view.scrollDOM.tabIndex = 0;
  return {
    ...reaching(view),
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

/** Within the text; where the focus goes there, a menu that closes has it a moment longer. */
const reaching = (view: EditorView): Pick<TextEditor, 'insert' | 'goTo' | 'rangeOf'> => ({
  insert: (text) => {
    view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input' });
    requestAnimationFrame(() => view.focus());
  },
  goTo: (line) => {
    const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    requestAnimationFrame(() => view.focus());
  },
  rangeOf: (line) => {
    const { doc } = view.state;
    if (line > doc.lines) return undefined;
    const { from, to } = doc.line(line);
    return { from, to };
  },
});

const looking = ({ isReadOnly, label }: Look): Extension => [
  EditorState.readOnly.of(isReadOnly),
  // Checkers of accessibility do not know that what is editable takes the focus.
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
];

const typing = ['input', 'delete', 'move', 'undo', 'redo'];

const listening = (typed: Made['typed']): Extension =>
  EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    const isTyped = transactions.some((one) => typing.some((event) => one.isUserEvent(event)));
    if (docChanged && isTyped) typed(state.doc.toString());
  });
