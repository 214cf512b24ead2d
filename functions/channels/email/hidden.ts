// What of a mail nobody sees: hidden by its style, by a class of the style sheet, or written in the color behind it.
import type { Node } from './layout.ts';

const unshown = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'xml']);
const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0*\.?0*\s*(?:!|;|$)|max-height\s*:\s*0(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,})/i;
const sizeless = /(?:^|;)\s*font-size\s*:\s*0(?![.\d])/i;

const sheets = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const rules = /([^{}]+)\{([^{}]*)\}/g;
/** The last part of a selector, where it is of names and classes only. */
const simple = /(?:^|[\s>+~])([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

/** "p", ".a", "#b": an element that has all of them is hidden, by some mailbox or on some screen. */
type Names = readonly string[];

/** What the style sheets of a mail hide, wherever it stands. */
export const hiddenBySheets = (html: string): Names[] =>
  [...html.matchAll(sheets)].flatMap(([, css = '']) =>
    [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(rules)]
      .filter(([, , said = '']) => hiding.test(said) || sizeless.test(said))
      .flatMap(([, selectors = '']) => selectors.split(',').flatMap(namesOf)),
  );

function namesOf(selector: string): Names[] {
  const [, name = '', rest = ''] = simple.exec(selector.trim()) ?? [];
  const names = [...(name ? [name.toLowerCase()] : []), ...(rest.match(/[.#][\w-]+/g) ?? [])];
  return names.length > 0 ? [names] : [];
}

export function isHidden({ name = '', attribs = {} }: Node, sheet: readonly Names[]): boolean {
  if (unshown.has(name) || attribs.hidden !== undefined) return true;
  if (hiding.test(attribs.style ?? '')) return true;
  const classes = (attribs.class ?? '').split(/\s+/).map((one) => `.${one}`);
  const own = new Set([name, ...classes, `#${attribs.id ?? ''}`]);
  return sheet.some((names) => names.every((one) => own.has(one)));
}

export interface Colors {
  readonly ink: string;
  /** Undefined behind a picture. */
  readonly ground: string | undefined;
}

export const paper: Colors = { ink: '#000000', ground: '#ffffff' };

/** As an element sets them, and else as they are around it. */
export function colorsOf({ attribs = {} }: Node, around: Colors): Colors {
  const said = attribs.style ?? '';
  const ink = lastOf(/(?:^|;)\s*color\s*:\s*([^;]+)/gi, said);
  const ground = lastOf(/(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/gi, said) ?? attribs.bgcolor;
  const picture = attribs.background !== undefined || /url\(/i.test(said);
  return {
    ink: ink === undefined || /^inherit/i.test(ink) ? around.ink : plain(ink),
    ground: picture ? undefined : groundOf(ground, around.ground),
  };
}

const groundOf = (said: string | undefined, around: string | undefined): string | undefined =>
  said === undefined || /^(?:transparent|none|inherit|initial)/i.test(said) ? around : plain(said);

export const isInvisible = ({ ink, ground }: Colors): boolean =>
  ink === ground || ink === 'transparent';

const lastOf = (pattern: RegExp, style: string): string | undefined =>
  [...style.matchAll(pattern)].at(-1)?.[1]?.trim();

const named: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** The same color is written in the same way. */
function plain(color: string): string {
  const said = color
    .replace(/!important/i, '')
    .trim()
    .toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(said);
  if (short)
    return `#${short
      .slice(1)
      .map((one) => one + one)
      .join('')}`;
  const parts = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(said);
  if (!parts) return named[said] ?? said;
  return `#${parts
    .slice(1)
    .map((one) => Number(one).toString(16).padStart(2, '0'))
    .join('')}`;
}
