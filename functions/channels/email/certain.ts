// What of a template is run for everybody, whatever is known of them. Conditions and loops are left out, and what may be
// cut off by a `break`; of a condition with an `else`, one branch can be put in its place.
import type { Tag, Template } from 'liquidjs';

interface Branch {
  readonly templates: Template[];
}

type Holder = Template & {
  readonly name?: string;
  readonly branches?: readonly Branch[];
  readonly elseTemplates?: Template[];
  templates?: Template[];
};

/** What data decides on, and so may print or not. */
const deciding = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'cycle']);
const isDeciding = (template: Template) => deciding.has((template as Tag).name);

/** One after the other; a loop keeps what breaks it to itself. */
function stops({ name, branches = [], elseTemplates = [], templates = [] }: Holder): boolean {
  if (name === 'break' || name === 'continue') return true;
  const inside = name === 'for' || name === 'tablerow' ? [] : templates;
  return [...branches.flatMap((one) => one.templates), ...elseTemplates, ...inside].some(stops);
}

/** Which of the conditions that have an `else` is decided, and how. */
interface Choice {
  readonly condition: number;
  readonly branch: number;
}

interface Read {
  readonly kept: Template[];
  /** In how many branches each condition ends, of those that end in one for everybody. */
  readonly ends: readonly number[];
}

/** Changes what was parsed: `templates` are for one reading. */
export function certain(templates: readonly Template[], choice?: Choice): Read {
  const ends: number[] = [];
  let isCut = false;
  const branchOf = (holder: Holder): Template[] => {
    const branches = branchesOf(holder);
    if (branches.length === 0) return [];
    ends.push(branches.length);
    return ends.length - 1 === choice?.condition ? keep(branches[choice.branch] ?? []) : [];
  };
  const keepOne = (holder: Holder): Template[] => {
    if (isDeciding(holder)) {
      const kept = branchOf(holder);
      isCut ||= stops(holder);
      return kept;
    }
    if (holder.templates) holder.templates = keep(holder.templates);
    return [holder];
  };
  const keep = (all: readonly Template[]): Template[] =>
    all.flatMap((template) => (isCut ? [] : keepOne(template)));
  return { kept: keep(templates), ends };
}

/** None where none of them may be taken. */
function branchesOf({ name, branches = [], elseTemplates = [] }: Holder): Template[][] {
  const isWhole = name !== 'for' && branches.length > 0 && elseTemplates.length > 0;
  return isWhole ? [...branches.map((one) => one.templates), elseTemplates] : [];
}
