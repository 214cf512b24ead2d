// A topic: something that marketing mail is about, and that people join and leave by itself. Its names are for them.
import * as z from 'zod';
import { line, lines } from './text.ts';

export const topicId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40')
  // What every object answers to would be found where nothing is.
  .refine((id) => !(id in {}), 'this word is taken by JavaScript');

/** "fa", "pl", "pt-BR" */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "fa"');

const topic = z.strictObject({
  id: topicId,
  name: line(100),
  /** By language; where one has none, `name` is shown. */
  names: z.optional(z.record(language, line(100))),
  description: z.optional(lines(500)),
  descriptions: z.optional(z.record(language, lines(500))),
  /** Whether only those who asked for it get it, or everybody who may be mailed and did not leave it. */
  joined: z.enum(['opt_in', 'opt_out']),
});

export type Topic = Readonly<z.infer<typeof topic>>;

export const topics = z
  .array(topic)
  .max(30)
  .superRefine((all, context) => {
    for (const [at, { id }] of all.entries())
      if (all.findIndex((one) => one.id === id) < at)
        context.addIssue({ code: 'custom', path: [at, 'id'], message: `"${id}" is there twice` });
  });

/** Undefined for a topic that is there no more. */
export const topicOf = (all: readonly Topic[], id: string): Topic | undefined =>
  all.find((one) => one.id === id);

/** A topic's name as its people read it, by their language. */
export const topicName = ({ name, names = {} }: Topic, language: string): string =>
  inLanguage(names, language) ?? name;

export const topicDescription = (
  { description, descriptions = {} }: Topic,
  language: string,
): string | undefined => inLanguage(descriptions, language) ?? description;

/** "fa-IR" finds "fa". */
const inLanguage = (texts: Readonly<Record<string, string>>, language: string) =>
  new Map(Object.entries(texts)).get(language) ??
  new Map(Object.entries(texts)).get(language.split('-')[0] ?? '');
