// Texts that people write into documents. Refuses half characters, which no text can hold, and control characters, which
// nobody sees and which break headers, feeds and tables far from where they were written.
import * as z from 'zod';

/** C0 and C1 controls, the line separators of Unicode, and half of a pair of surrogates. */
const unseen = /[\p{Cc}\u2028\u2029\p{Cs}]/u;
/** The same, but line breaks and tabs. */
const unseenInLines = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

const flaw = (text: string, pattern: RegExp): string | undefined => {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const what = code >= 0xd800 ? 'half a character' : 'a character that cannot be seen';
  return `holds ${what} (${name}, character ${found.index + 1})`;
};

/** Why it is no text of several lines; undefined when it is one. */
export const flawOf = (text: string): string | undefined => flaw(text, unseenInLines);

const text = (pattern: RegExp) =>
  z.string().superRefine((given, context) => {
    const message = flaw(given, pattern);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** A name, a title, a subject: one line, and not empty. */
export const line = (longest: number) => text(unseen).min(1).max(longest);

/** A description, a note: may have several lines, or none. */
export const lines = (longest: number) => text(unseenInLines).max(longest);

/** Whether a reader sees nothing of it: blanks, and characters without a width. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);
