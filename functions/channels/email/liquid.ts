// The Liquid that marketers write, hardened: no files, no raw HTML from data, no chance, bounded work.
// One engine escapes for HTML; the other is for subjects and text. Limits are cooperative, not a sandbox.
import {
  CaptureTag,
  type Context,
  Drop,
  defaultOperators,
  type FilterImplOptions,
  Liquid,
  type LiquidOptions,
} from 'liquidjs';
import { escapeHtml } from '../../escape-html.ts';
import { costOfStep, runner } from './liquid-run.ts';
import type { Print } from './liquid-short.ts';
import { localeFilters } from './locale-filters.ts';

const hardened: LiquidOptions = {
  templates: {},
  relativeReference: false,
  dynamicPartials: false,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  timezoneOffset: 'UTC',
  locale: 'en-US',
  parseLimit: 1_000_000,
  // What is written, what is kept, and every step count against this one: see liquid-run.ts.
  memoryLimit: 5_000_000,
  operators: Object.fromEntries(
    Object.entries(defaultOperators).map(([name, operator]) => [
      name,
      name === 'not' ? operator : counted(operator),
    ]),
  ),
};

type Operator = (typeof defaultOperators)[string];

/** To compare, or to look for something, takes as long as the text is. */
function counted(operator: Operator): Operator {
  return (left: unknown, right: unknown, context: Context) => {
    context.memoryLimit.use(lengthOf(left) + lengthOf(right));
    return (operator as (...all: unknown[]) => ReturnType<Operator>)(left, right, context);
  };
}

type Filter = Extract<FilterImplOptions, (...args: never[]) => unknown>;

/** Filters say what they make; this counts what they look at, item by item. */
const metered = (filter: Filter): Filter =>
  function (value, ...args) {
    if (Array.isArray(value)) this.context.memoryLimit.use(value.length * costOfStep);
    return filter.call(this, value, ...args);
  };

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 0;

/** There are no other templates, nothing is printed as it is, and no text becomes an expression. */
const forbiddenTags = ['include', 'render', 'layout', 'block'];
const forbiddenFilters = [
  ...['raw', 'newline_to_br', 'sample', 'where_exp', 'reject_exp', 'group_by_exp'],
  ...['has_exp', 'find_exp', 'find_index_exp'],
];

function engine(print: Print, options: LiquidOptions = {}): Liquid {
  const liquid = new Liquid({ ...hardened, ...options, outputEscape: print });
  for (const tag of forbiddenTags) delete liquid.tags[tag];
  for (const filter of forbiddenFilters) liquid.unregisterFilter(filter);
  // HTML output is always escaped, and the text part comes from the HTML: escaping again would show.
  for (const filter of ['escape', 'escape_once', 'xml_escape'])
    liquid.registerFilter(filter, (value: unknown) => value);
  for (const [name, filter] of Object.entries(localeFilters)) liquid.registerFilter(name, filter);
  for (const [name, filter] of Object.entries(liquid.filters))
    if (typeof filter === 'function') liquid.registerFilter(name, metered(filter));
  return Object.assign(liquid, { renderer: runner(print) });
}

/** Whoever writes from right to left and back again in the middle of a line can show what is not there. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Nobody wants to read "[object Object]" in a mail, or nothing where an assign has found nothing. */
function printable(this: { readonly context?: Context } | undefined, value: unknown): string {
  if ((value === null || value === undefined) && this?.context?.strictVariables)
    throw new Error('a value is missing');
  return textOf(value);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (value instanceof Markup) return value.valueOf();
  if (typeof value === 'object' && value !== null)
    throw new Error('a value is an object, not text');
  return String(value ?? '').replace(turning, '');
}

/** What a template has captured: its own markup, and values that are escaped already. To filters it is text. */
class Markup extends Drop {
  readonly html: string;
  constructor(html: string) {
    super();
    this.html = html;
  }
  override valueOf(): string {
    return this.html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => plain[entity] ?? entity);
  }
}

const plain: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" },
};

class Capture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope = context.bottom() as Record<string, unknown>;
    scope[this.variable] = new Markup(String(scope[this.variable]));
  }
}

export const htmlLiquid = engine(function (value) {
  return value instanceof Markup ? value.html : escapeHtml(printable.call(this, value));
});
htmlLiquid.registerTag('capture', Capture);
export const plainLiquid = engine(printable);
