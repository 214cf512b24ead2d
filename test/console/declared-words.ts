// What steps and campaigns declare of themselves is shown in forms: their names, their help, their choices are messages too.
import { titleOf } from '../../console/web/parts/form/schema.ts';
import { stepKinds } from '../../functions/api/step-kinds.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Fields without a title are called by their key. */
const namesIn = ({ properties }: Node): string[] =>
  Object.entries((properties ?? {}) as Record<string, Node>)
    .filter(([, one]) => one.format !== 'steps' && one.const === undefined)
    .filter(([, one]) => !(one.type === 'object' && one.properties && one.title === undefined))
    .map(([key, one]) => titleOf(one, key));

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isNode(value)) return [];
  const { title, description, enum: choices = [] } = value;
  const said = [title, description, ...(choices as unknown[])];
  const own = said.filter((one): one is string => typeof one === 'string');
  const { properties = {}, ...rest } = value;
  const inner = [...Object.values(properties as Node), ...Object.values(rest)];
  return [...own, ...namesIn(value), ...inner.flatMap(wordsIn)];
}

interface Declared {
  readonly items: readonly Readonly<{ label: string; about: string; settings: Node }>[];
  readonly campaign: Node;
}

export async function declaredWords(): Promise<ReadonlySet<string>> {
  const declared = (await stepKinds[0]?.run({} as never, {} as never)) as unknown as Declared;
  const kinds = declared.items.flatMap(({ label, about, settings }) => [
    ...[label, about],
    ...wordsIn(settings),
  ]);
  return new Set([...kinds, ...wordsIn(declared.campaign)]);
}
