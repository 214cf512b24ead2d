// A template: the content of a message, as marketers write it and as it is stored once compiled. A block is a piece that
// templates share.
import * as z from 'zod';
import { languageTag } from './language.ts';
import { line, lines } from './text.ts';

/** In characters, blocks included. */
export const mostMjml = 500_000;

/** What is said in one language. */
const wordingSource = z.strictObject({
  subject: line(500),
  /** What a list of mails shows after the subject. */
  preheader: z.optional(line(500)),
  mjml: lines(mostMjml).min(1),
});

export type WordingSource = Readonly<z.infer<typeof wordingSource>>;

const mostVariants = 30;

const variants = z
  .record(languageTag, wordingSource)
  .refine((all) => Object.keys(all).length <= mostVariants, `at most ${mostVariants} languages`);

export const templateSource = z.strictObject({
  kind: z.enum(['marketing', 'transactional']),
  ...wordingSource.shape,
  /** Of what stands beside it; as `<mjml lang>` says when absent, and "en" when nothing says. */
  language: z.optional(languageTag),
  /** Whoever lacks a value that has no default is skipped (unless said otherwise), or reads nothing in its place. */
  missing: z.optional(z.enum(['skip', 'blank'])),
  /** Whether opens and clicks are recorded: those of marketing are unless this says no, others only if it says yes. */
  tracked: z.optional(z.boolean()),
  /** The same in other languages: whoever speaks one of them gets it. */
  variants: z.optional(variants),
});

export type TemplateSource = Readonly<z.infer<typeof templateSource>>;

/** MJML, with Liquid, that stands for `<mj-include path="blocks/<id>.mjml" />`. */
export const blockSource = z.strictObject({ mjml: lines(100_000).min(1) });

export type BlockSource = Readonly<z.infer<typeof blockSource>>;

const wording = z.object({ subject: z.string(), html: z.string(), text: z.string() });

/** Liquid in `subject`, `html` and `text`; MJML is gone. */
export type Wording = Readonly<z.infer<typeof wording>>;

const compiledTemplate = z.object({
  name: z.string(),
  kind: z.enum(['marketing', 'transactional']),
  ...wording.shape,
  /** Properties of the trigger's event that it reads. */
  event: z.array(z.string()),
  /** It shows what an offer step has chosen. */
  offer: z.optional(z.literal(true)),
  /** These three are absent in what was published before there were languages. */
  language: z.optional(z.string()),
  missing: z.optional(z.enum(['skip', 'blank'])),
  tracked: z.optional(z.boolean()),
  variants: z.optional(z.record(z.string(), wording)),
});

export type CompiledTemplate = Readonly<z.infer<typeof compiledTemplate>>;
