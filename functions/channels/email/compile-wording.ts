// Compiles what a template says in one language, step by step: variables, MJML, text, and a last look. Where one step
// finds faults, the next is not taken.
import type { TemplateSource, Wording, WordingSource } from '../../../workflows/model/template.ts';
import type { Expanded } from './expand.ts';
import { complaintsAboutMail } from './inspect-mail.ts';
import { toHtml, toText } from './layout.ts';
import { lostLiquid } from './lost-liquid.ts';
import { inLanguage, withPreheader } from './opening.ts';
import { type Complaint, readVariables } from './variables.ts';

/** What is said in one language. */
export interface Saying
  extends Pick<WordingSource, 'subject' | 'preheader'>,
    Pick<TemplateSource, 'kind'> {
  readonly language: string;
}

export interface CompiledWording {
  readonly wording: Wording;
  readonly event: readonly string[];
  readonly offer: boolean;
  readonly complaints: readonly Complaint[];
}

/** `expanded`: its MJML with every block in place. */
export async function compileWording(saying: Saying, expanded: Expanded): Promise<CompiledWording> {
  const { kind, subject, language, preheader } = saying;
  const { event, offer, complaints } = readVariables({ ...saying, mjml: expanded.mjml });
  const about = (found: readonly string[]) =>
    found.map((said): Complaint => ({ field: 'mjml', said: expanded.locate(said) }));
  const end = (found: readonly Complaint[], wording = { subject, html: '', text: '' }) => ({
    ...{ wording, event, offer, complaints: found },
  });
  const unread = [
    ...expanded.complaints.map((said): Complaint => ({ field: 'mjml', said })),
    ...complaints.map(({ field, said }) =>
      field === 'mjml' ? { field, said: expanded.locate(said) } : { field, said },
    ),
  ];
  if (unread.length > 0) return end(unread);
  const opened = inLanguage(withPreheader(expanded.mjml, preheader), language);
  if (opened.complaints.length > 0) return end(opened.complaints);
  const { html, complaints: torn } = await toHtml(opened.mjml);
  if (torn.length > 0) return end(about(torn));
  const lost = lostLiquid(opened.mjml, html);
  if (lost.length > 0) return end(about(lost));
  const { text, complaints: unreadable } = toText(html);
  if (unreadable.length > 0) return end(about(unreadable));
  const wording = { subject, html, text };
  return end(about(complaintsAboutMail({ kind, ...wording })), wording);
}
