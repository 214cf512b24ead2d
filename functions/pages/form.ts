// Forms of the pages. Each says what to do, and carries an id that makes a form sent twice harmless.
import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../escape-html.ts';
import type { Visit, Voice } from './visit.ts';

/** `fields` is HTML with at least one button. Posted, the page answers in the language that it was shown in. */
export const form = ({ language }: Pick<Voice, 'language'>, deed: string, fields: string): string =>
  `<form method="post" action="?lang=${language}">
<input type="hidden" name="do" value="${deed}"><input type="hidden" name="id" value="${randomUUID()}">
${fields}
</form>`;

/** `label` is HTML. */
export const button = (label: string, look: 'first' | 'plain' = 'first'): string =>
  `<button type="submit"${look === 'plain' ? ' class="plain"' : ''}>${label}</button>`;

export const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

interface Deed {
  /** Empty when the form says nothing. */
  readonly deed: string;
  /** The same for the same form, however often it is sent. */
  readonly id: string;
}

/** What is asked by a POST; a form that nobody has made is a form of its own. */
export function deedIn({ form: posted }: Pick<Visit, 'form'>): Deed {
  const id = posted.get('id') ?? '';
  return { deed: posted.get('do') ?? '', id: /^[\w-]{8,64}$/.test(id) ? id : randomUUID() };
}
