// Runs parsed Liquid: counts every step and every character that is written, since time says nothing on a busy machine,
// and takes a short way where a template only prints a property. What it writes is what LiquidJS would write.
import {
  type Context,
  type Emitter,
  LiquidError,
  RenderError,
  type Template,
  TokenKind,
  toValueSync,
} from 'liquidjs';

/** In characters of the memory limit: 200,000 steps are the most. */
export const costOfStep = 25;

/** What is written, kept small: a loop can write more than there is memory for. */
class Paper implements Emitter {
  buffer = '';
  private readonly limit: Context['memoryLimit'];
  constructor(limit: Context['memoryLimit']) {
    this.limit = limit;
  }
  write(value: unknown): void {
    const text = typeof value === 'string' ? value : String(value ?? '');
    this.limit.use(text.length);
    this.buffer += text;
  }
}

type Run = (context: Context, paper: Emitter) => unknown;

/** A value as text, escaped where that is needed. */
export type Print = (this: { readonly context?: Context }, value: unknown) => string;

/** Stands in for the renderer of an engine, whose values are printed by `print`. */
export function runner(print: Print) {
  const runs = new WeakMap<Template, Run>();
  const runOf = (template: Template): Run => {
    const run = runs.get(template) ?? shortOf(template, print);
    runs.set(template, run);
    return run;
  };
  const runOne = (template: Template, context: Context, paper: Emitter): void => {
    try {
      context.memoryLimit.use(costOfStep);
      const text = runOf(template)(context, paper);
      if (text) paper.write(text);
    } catch (error) {
      throw LiquidError.is(error) ? error : new RenderError(error as Error, template);
    }
  };
  const renderTemplates = (
    templates: readonly Template[],
    context: Context,
    paper: Emitter = new Paper(context.memoryLimit),
  ): string => {
    context.memoryLimit.use(costOfStep);
    for (const template of templates) {
      runOne(template, context, paper);
      if (context.breakCalled || context.continueCalled) break;
    }
    return paper.buffer;
  };
  return { renderTemplates };
}

const long =
  (template: Template): Run =>
  (context, paper) =>
    toValueSync(template.render(context, paper));

function shortOf(template: Template, print: Print): Run {
  if (template.token.kind === TokenKind.HTML) return textOf(template);
  if (template.token.kind !== TokenKind.Output) return long(template);
  const shape = printed.exec(template.token.getText());
  return shape ? printing(template, print, shape) : long(template);
}

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
  const names = path.split('.');
  const [root = ''] = names;
  const whole = long(template);
  if (words.has(root)) return whole;
  const instead = quoted.find((one) => one !== undefined);
  const otherwise = instead === undefined ? undefined : print.call({}, instead);
  const missing = otherwise === undefined ? hole(path, whole) : says(otherwise);
  return (context, paper) => {
    const value = read(context, root, names);
    if (value === undefined || value === null || value === '')
      return missing(context, paper, value);
    if (typeof value !== 'string') return whole(context, paper);
    return paper.write(print.call({ context }, value));
  };
}

type Missing = (context: Context, paper: Emitter, value: unknown) => unknown;

const says =
  (text: string): Missing =>
  (_, paper) =>
    paper.write(text);

/** An assign of what is not there is no error, and neither is a null inside of something: to print it is one. */
const hole =
  (path: string, whole: Run): Missing =>
  (context, paper, value) => {
    if (value === null && context.strictVariables) throw new Error(`undefined variable: ${path}`);
    return whole(context, paper);
  };

function read(context: Context, root: string, names: readonly string[]): unknown {
  let value = (context as unknown as Scoped).findScope(root);
  for (const name of names) {
    value = context.readProperty(value as object, name);
    if (value === undefined || value === null) return value;
  }
  return value;
}
