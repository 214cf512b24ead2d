// The shipped library, read from its folder: blocks, and templates with one file for each language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../workflows/templates');

/** A template as the API takes it. */
export interface TemplateDocument {
  readonly mjml: string;
  readonly [field: string]: unknown;
}

interface LibraryDocument {
  readonly id: string;
  readonly body: TemplateDocument;
}

/** MJML by the id that templates include it by. */
export const readBlocks = (): LibraryDocument[] =>
  mjmlIn(join(folder, 'blocks')).map(({ name, text }) => ({ id: name, body: { mjml: text } }));

/** One for each folder of `from`, which has a file for each language. */
export const readTemplates = (from = folder): LibraryDocument[] =>
  readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'blocks')
    .map(({ name }) => ({ id: name, body: inLanguages(join(from, name)) }));

const first = 'en';

/** The English file says what holds for all; the others say theirs in another language. */
function inLanguages(from: string): TemplateDocument {
  const files = mjmlIn(from).map(({ name, text }) => [name, readTemplate(text)] as const);
  const main = files.find(([language]) => language === first);
  if (!main) throw new Error(`${from} has no ${first}.mjml`);
  const variants = Object.fromEntries(files.filter(([language]) => language !== first));
  return { ...main[1], language: first, variants };
}

/** The MJML files of a folder, by their names. */
const mjmlIn = (from: string): { readonly name: string; readonly text: string }[] =>
  readdirSync(from)
    .filter((file) => file.endsWith('.mjml'))
    .map((file) => ({
      name: file.replace(/\.mjml$/, ''),
      text: readFileSync(join(from, file), 'utf8'),
    }));

/** Front matter between two lines of dashes says the subject and its like; the rest is MJML. */
function readTemplate(text: string): TemplateDocument {
  const [, matter = '', mjml = text] =
    /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  return { ...(parse(matter) as object), mjml };
}
