// Short ways through a template: what most templates do most of the time, without the generators of LiquidJS, which take
// ten times as long. Whatever is not plain goes the long way, so that both write the same; a property test holds them to it.
import {
  AssignTag,
  type Context,
  type Emitter,
  IfTag,
  type TagToken,
  type Template,
  TokenKind,
  toValueSync,
} from 'liquidjs';

type RenderTemplates = (templates: readonly Template[], context: Context, paper: Emitter) => string;
export type Run = (context: Context, paper: Emitter, renderTemplates: RenderTemplates) => unknown;

/** A value as text, escaped where that is needed. */
export type Print = (this: { readonly context?: Context }, value: unknown) => string;

/** As LiquidJS does it. */
type Long = (context: Context, paper: Emitter) => unknown;

const long =
  (template: Template): Long =>
  (context, paper) =>
    toValueSync(template.render(context, paper));

export function shortOf(template: Template, print: Print): Run {
  if (template.token.kind === TokenKind.HTML) return textOf(template);
  if (template instanceof IfTag) return choosing(template);
  if (template instanceof AssignTag) return assigning(template);
  if (template.token.kind !== TokenKind.Output) return long(template);
  const shape = printed.exec(template.token.getText());
  return shape ? printing(template, print, shape) : long(template);
}

const argsOf = ({ token }: Template): string => (token as TagToken).args;
const isName = (path: string) => !words.has(path.split('.', 1)[0] ?? '');

/** {% if person.first_name %} with at most an else. */
function choosing(tag: IfTag): Run {
  const [path] = /^[a-z_]\w*(?:\.[a-z_]\w*)*$/i.exec(argsOf(tag).trim()) ?? [];
  const [branch, ...others] = tag.branches;
  if (path === undefined || !isName(path) || !branch || others.length > 0) return long(tag);
  const find = finding(path);
  return (context, paper, renderTemplates) => {
    const value = find(context);
    const isThere = value !== undefined && value !== null && value !== false;
    const chosen = isThere ? branch.templates : tag.elseTemplates;
    // What is written is on the paper already.
    if (chosen) renderTemplates(chosen, context, paper);
  };
}

/** {% assign website = organization.website | default: 'https://example.com/' %} */
const assigned =
  /^([a-z_]\w*)\s*=\s*([a-z_]\w*(?:\.[a-z_]\w*)*)\s*\|\s*default\s*:\s*(?:'([^'\\]*)'|"([^"\\]*)"|(\d{1,9}))\s*$/i;

function assigning(tag: AssignTag): Run {
  const [, name = '', path = '', single, double, count] = assigned.exec(argsOf(tag)) ?? [];
  const instead = count === undefined ? (single ?? double) : Number(count);
  const whole = long(tag);
  if (instead === undefined || !isName(path)) return whole;
  const find = finding(path);
  return (context, paper) => {
    const value = find(context);
    const isMissing = value === undefined || value === null || value === '';
    if (!isMissing && !isKept(value)) return whole(context, paper);
    (context.bottom() as Record<string, unknown>)[name] = isMissing ? instead : value;
    return undefined;
  };
}

/** What `default` keeps, whatever the default is. */
const isKept = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.length > 0);

/** Text says the same every time. */
function textOf(template: Template): Run {
  let text: string | undefined;
  return (context, paper) => {
    if (text === undefined) {
      const once = { buffer: '', write: (written: string) => (once.buffer += written) };
      template.render(context, once).next();
      text = once.buffer;
    }
    paper.write(text);
  };
}

/** {{ person.first_name | default: 'friend' }} */
const printed =
  /^\{\{-?\s*([a-z_]\w*(?:\.[a-z_]\w*)*)\s*(?:\|\s*default\s*:\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*)?-?\}\}$/i;
const words = new Set(['true', 'false', 'nil', 'null', 'blank', 'empty', 'not']);

/** LiquidJS finds a name so too, but says so to itself alone. */
interface Scoped {
  findScope(name: string): unknown;
}

/** Text that is there, and words for text that is not, are printed at once; anything else goes the long way. */
function printing(template: Template, print: Print, [, path = '', ...quoted]: string[]): Run {
  const whole = long(template);
  if (!isName(path)) return whole;
  const find = finding(path);
  const instead = quoted.find((one) => one !== undefined);
  const otherwise = instead === undefined ? undefined : print.call({}, instead);
  const missing = otherwise === undefined ? hole(path, whole) : says(otherwise);
  return (context, paper) => {
    const value = find(context);
    if (value === undefined || value === null || value === '')
      return missing(value, context, paper);
    if (typeof value !== 'string') return whole(context, paper);
    return paper.write(print.call({ context }, value));
  };
}

type Missing = (value: unknown, context: Context, paper: Emitter) => unknown;

const says =
  (text: string): Missing =>
  (_value, _context, paper) =>
    paper.write(text);

/** An assign of what is not there is no error, and neither is a null inside of something: to print it is one. */
const hole =
  (path: string, whole: Long): Missing =>
  (value, context, paper) => {
    if (value === null && context.strictVariables) throw new Error(`undefined variable: ${path}`);
    return whole(context, paper);
  };

function finding(path: string): (context: Context) => unknown {
  const names = path.split('.');
  const [root = ''] = names;
  return (context) => {
    let value = (context as unknown as Scoped).findScope(root);
    for (const name of names) {
      value = context.readProperty(value as object, name);
      if (value === undefined || value === null) return value;
    }
    return value;
  };
}
