// The Liquid that marketers write, hardened: no files, no raw HTML from data, no chance, bounded work.
// One engine escapes for HTML; the other is for subjects and text. Limits are cooperative, not a sandbox.
import { Liquid, type LiquidOptions } from 'liquidjs';
import { escapeHtml } from '../../escape-html.ts';

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
  renderLimit: 500,
  memoryLimit: 20_000_000,
};

function engine(options: LiquidOptions): Liquid {
  const liquid = new Liquid({ ...hardened, ...options });
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];
  for (const filter of ['raw', 'newline_to_br', 'sample']) liquid.unregisterFilter(filter);
  // HTML output is always escaped, and the text part comes from the HTML: escaping again would show.
  liquid.registerFilter('escape', (value: unknown) => value);
  return liquid;
}

/** Nobody wants to read "[object Object]" in a mail. */
function printable(value: unknown): string {
  if (Array.isArray(value)) return value.map(printable).join(', ');
  if (typeof value === 'object' && value !== null)
    throw new Error('a value is an object, not text');
  return String(value ?? '');
}

export const htmlLiquid = engine({ outputEscape: (value) => escapeHtml(printable(value)) });
export const plainLiquid = engine({ outputEscape: printable });
