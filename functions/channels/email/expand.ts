// Puts blocks where a template includes them, before MJML sees it, and remembers where each line was written. Refuses
// files, blocks that are not there, circles, deep nesting, and what would grow without end.
import { mostMjml } from '../../../workflows/model/template.ts';

/** The MJML of a block; undefined when there is no such block. */
export type ReadBlock = (id: string) => Promise<string | undefined>;

interface Place {
  /** Absent in the template itself. */
  readonly block?: string;
  readonly line: number;
}

interface Part {
  readonly mjml: string;
  /** Where each line of it was written. */
  readonly places: readonly Place[];
}

export interface Expanded {
  readonly mjml: string;
  readonly complaints: readonly string[];
  /** Words about a line of what it became, as words about where that was written. */
  locate(said: string): string;
}

const deepest = 3;
const mostIncludes = 200;

/** A comment is left alone with what is in it. Every match ends where the next may begin: no text takes long. */
const include =
  /<!--(?:[\s\S]*?-->|[\s\S]*)|<mj-include\b([^<>]*?)(?:\/?>(?:\s*<\/mj-include\s*>)?|(?=<)|$)/gi;
const only = /^\s*path\s*=\s*(?:"([^"]*)"|'([^']*)')\s*$/;
const blockPath = /^(?:\.\/)?blocks\/([a-z0-9][a-z0-9-]{0,59})\.mjml$/;

interface Work {
  readonly readBlock: ReadBlock;
  readonly complaints: string[];
  count: number;
  size: number;
}

/** `block`: the id of what is expanded, where that is a block and no template. */
export async function expand(
  mjml: string,
  readBlock: ReadBlock,
  block?: string,
): Promise<Expanded> {
  const work: Work = { readBlock, complaints: [], count: 0, size: mjml.length };
  const { places, ...whole } = await expandPart(mjml, block === undefined ? [] : [block], work);
  return { ...whole, complaints: work.complaints, locate: (said) => relocate(said, places) };
}

async function expandPart(mjml: string, way: readonly string[], work: Work): Promise<Part> {
  const block = way.at(-1);
  const parts: Part[] = [];
  let at = 0;
  let line = 1;
  const keep = (until: number) => {
    const text = mjml.slice(at, until);
    const places = text
      .split('\n')
      .map((_, index) => ({ ...(block !== undefined && { block }), line: line + index }));
    parts.push({ mjml: text, places });
    line += places.length - 1;
    at = until;
  };
  for (const found of mjml.matchAll(include)) {
    if (found[0].startsWith('<!--')) continue;
    keep(found.index);
    const place = block === undefined ? `line ${line}` : `line ${line} of block ${block}`;
    parts.push(await included(found[1] ?? '', { way, work, place }));
    line += found[0].split('\n').length - 1;
    at += found[0].length;
  }
  keep(mjml.length);
  return parts.reduce(join);
}

interface Around {
  readonly way: readonly string[];
  readonly work: Work;
  readonly place: string;
}

const nothing: Part = { mjml: '', places: [{ line: 1 }] };

async function included(attributes: string, { way, work, place }: Around): Promise<Part> {
  const refuse = (reason: string): Part => {
    work.complaints.push(`${place}, mj-include: ${reason}`);
    return nothing;
  };
  const [, double, single] = only.exec(attributes) ?? [];
  const [, id] = blockPath.exec(double ?? single ?? '') ?? [];
  if (id === undefined)
    return refuse('a template is without other files, but for path="blocks/<id>.mjml"');
  const endless = endlessly(id, way, work);
  if (endless !== undefined) return refuse(endless);
  const mjml = (await work.readBlock(id))?.trimEnd();
  if (mjml === undefined) return refuse(`there is no block "${id}"`);
  work.size += mjml.length;
  if (work.size > mostMjml) return refuse(`larger than ${mostMjml} characters with its blocks`);
  return expandPart(mjml, [...way, id], work);
}

function endlessly(id: string, way: readonly string[], work: Work): string | undefined {
  work.count += 1;
  if (way.includes(id)) return `a circle of blocks: ${[...way, id].join(', ')}`;
  if (way.length >= deepest) return `blocks are nested deeper than ${deepest}`;
  return work.count > mostIncludes ? `more than ${mostIncludes} blocks` : undefined;
}

/** The line at which two meet belongs to whoever writes something on it. */
function join(before: Part, after: Part): Part {
  const isBlank = before.mjml.slice(before.mjml.lastIndexOf('\n') + 1).trim() === '';
  const seam = isBlank && after.mjml !== '' ? after.places[0] : before.places.at(-1);
  const places = [...before.places.slice(0, -1), seam ?? { line: 1 }, ...after.places.slice(1)];
  return { mjml: before.mjml + after.mjml, places };
}

const relocate = (said: string, places: readonly Place[]): string =>
  said.replaceAll(/\bline([ :]\s?)(\d+)/g, (whole, colon: string, number: string) => {
    const place = places[Number(number) - 1];
    if (!place) return whole;
    const told = `line${colon}${place.line}`;
    return place.block === undefined ? told : `${told} of block ${place.block}`;
  });
