// A template: the content of a message, as marketers write it and as it is stored once compiled.
import * as z from 'zod';
import { line, lines } from './text.ts';

export const templateSource = z.strictObject({
  kind: z.enum(['marketing', 'transactional']),
  subject: line(500),
  mjml: lines(500_000).min(1),
});

export type TemplateSource = Readonly<z.infer<typeof templateSource>>;

/** Liquid in `subject`, `html` and `text`; MJML is gone. `event` lists the trigger's properties it reads. */
const compiledTemplate = z.object({
  name: z.string(),
  kind: z.enum(['marketing', 'transactional']),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  event: z.array(z.string()),
});

export type CompiledTemplate = Readonly<z.infer<typeof compiledTemplate>>;
