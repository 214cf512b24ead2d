// What a template asks for and does not find, all of it: each hole is filled as soon as it is found, so that the next
// one, or what is behind it, shows too.
import type { Fields } from '../../../workflows/model/event.ts';
import type { CompiledTemplate } from '../../../workflows/model/template.ts';
import { type RenderData, RenderError, render } from './render.ts';

interface Holes {
  /** "person.first_name", in the order in which they were met. */
  readonly names: readonly string[];
  /** What keeps the mail from being made even where they are filled. */
  readonly error?: RenderError | undefined;
}

/** So many holes are told. */
const most = 20;

/** None where the template says that a missing value is blank. */
export function holesIn(template: CompiledTemplate, data: RenderData): Holes {
  let known: Known = data;
  const names: string[] = [];
  while (names.length < most) {
    const error = failure(template, { ...data, ...known });
    const name = error && undefinedIn(error);
    if (name === undefined) return { names, error };
    names.push(name);
    const filled = fill(known, name);
    if (!filled) break;
    known = filled;
  }
  return { names };
}

type Known = Readonly<Record<'person' | 'event', Fields>>;

/** What contacts and events bring; a person has three names. */
export const roots: ReadonlySet<string> = new Set(['person', 'customer', 'user', 'event']);

/** An amount, so that a hole shows which is behind amounts only: their currency. */
const filler = '1';

/** Undefined when it cannot be filled: what is inside another value, or comes out of a loop. */
function fill(known: Known, name: string): Known | undefined {
  const [root = '', field = '', ...deeper] = name.split('.');
  const group = root === 'event' ? 'event' : 'person';
  if (!roots.has(root) || deeper.length > 0 || known[group][field] === filler) return undefined;
  return { ...known, [group]: { ...known[group], [field]: filler } };
}

/** Whether money is shown of which neither the template nor the event says the currency. */
export const lacksCurrency = (template: CompiledTemplate, data: RenderData): boolean =>
  holesIn({ ...template, missing: 'skip' }, { ...data, lendsCurrency: false }).names.includes(
    currency,
  );

/** What `money` asks for where it is not told. */
export const currency = 'event.currency';

function failure(template: CompiledTemplate, data: RenderData): RenderError | undefined {
  try {
    render(template, data);
    return undefined;
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
}

const undefinedIn = ({ message }: RenderError): string | undefined =>
  /undefined variable: (.+?), line:/.exec(message)?.[1];
