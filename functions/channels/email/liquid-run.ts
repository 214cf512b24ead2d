// Runs parsed Liquid: counts every step and every character that is written, since time says nothing on a busy machine.
// What it writes is what LiquidJS would write.
import { type Context, type Emitter, LiquidError, RenderError, type Template } from 'liquidjs';
import { type Print, type Run, shortOf } from './liquid-short.ts';

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
      const text = runOf(template)(context, paper, renderTemplates);
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
