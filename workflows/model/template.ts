// A template: the content of a message, as marketers write it and as it is stored once compiled.
import * as z from 'zod';

export const templateSource = z.strictObject({
  kind: z.enum(['marketing', 'transactional']),
  subject: z.string().min(1).max(500),
  mjml: z.string().min(1).max(500_000),
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
