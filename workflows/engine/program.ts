// A campaign document laid out flat: every step under its id, knowing what follows it. Built once per version.
import type { CampaignDocument, CampaignVersion } from '../model/campaign.ts';
import { type Step, typeOf } from '../steps/index.ts';
import type { StepType } from '../steps/step.ts';

export interface Node {
  readonly id: string;
  readonly type: StepType<Step>;
  readonly step: Step;
  /** The step after this one; undefined at the end of the walk. */
  readonly next: string | undefined;
  /** The first step of each path; of an empty path, what follows this step. */
  readonly paths: Readonly<Record<string, string | undefined>>;
}

interface Program {
  readonly first: string;
  readonly nodes: ReadonlyMap<string, Node>;
}

/** A version ready to run. */
export interface RunnableVersion extends CampaignVersion {
  readonly program: Program;
}

/** Throws when two steps carry the same id. */
function compile(document: CampaignDocument): Program {
  const ids = nameSteps(document.steps);
  const nodes = new Map<string, Node>();
  const first = lay(document.steps, undefined, { ids, nodes });
  if (first === undefined) throw new Error('A campaign has at least one step');
  return { first, nodes };
}

export const runnable = (version: CampaignVersion): RunnableVersion => ({
  ...version,
  program: compile(version.document),
});

interface Plan {
  readonly ids: ReadonlyMap<Step, string>;
  readonly nodes: Map<string, Node>;
}

/** Lays steps from the last to the first, so that each knows its follower; answers the first one's id. */
function lay(steps: readonly Step[], after: string | undefined, plan: Plan): string | undefined {
  return steps.reduceRight<string | undefined>((next, step) => {
    const id = plan.ids.get(step) ?? '';
    const type = typeOf(step);
    const paths = Object.entries(type.paths(step)).map(
      ([name, inner]) => [name, lay(inner, next, plan)] as const,
    );
    plan.nodes.set(id, { id, type, step, next, paths: Object.fromEntries(paths) });
    return id;
  }, after);
}

/** The id of each: its own, or one from what it does. Throws when two steps carry the same id. */
export function nameSteps(steps: readonly Step[]): Map<Step, string> {
  const all = everyStep(steps);
  const given = all.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const taken = new Set(given);
  if (taken.size < given.length) throw new Error(`Two steps have the same id: ${twice(given)}`);
  return new Map(all.map((step) => [step, step.id ?? freeName(typeOf(step).slug(step), taken)]));
}

const twice = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) < index);

function freeName(slug: string, taken: Set<string>): string {
  let name = slug;
  for (let count = 2; taken.has(name); count += 1) name = `${slug}-${count}`;
  taken.add(name);
  return name;
}

/** Every step in reading order, nested ones after the step they are in. */
export function everyStep(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...Object.values(typeOf(step).paths(step)).flatMap((path) => everyStep(path)),
  ]);
}
