// Changes to a contact as its attributes' types allow them. What does not fit is left out with the reason; the rest stands.
import { type Attributes, type Mistyped, typed, typeOf } from './attribute-type.ts';
import type { Changes } from './changes.ts';
import { nameOf } from './reserved-attributes.ts';

interface TypedChanges {
  readonly changes: Changes;
  readonly refused: readonly Mistyped[];
}

export function typedChanges(given: Changes, declared?: Attributes): TypedChanges {
  const { set, unset, add, ...others } = given;
  const setting = set && typed(set, declared);
  const adding = add && addable(add, declared);
  return {
    changes: {
      ...others,
      ...(setting && { set: setting.fields as typeof set }),
      ...(unset && { unset: unset.map(nameOf) }),
      ...(adding && { add: adding.fields }),
    },
    refused: [...(setting?.refused ?? []), ...(adding?.refused ?? [])],
  };
}

/** Only a number can be added to. */
function addable(add: NonNullable<Changes['add']>, declared: Attributes | undefined) {
  const isOther = (name: string) => (typeOf(declared, name) ?? 'number') !== 'number';
  const named = Object.entries(add).map(([name, amount]) => [nameOf(name), amount] as const);
  return {
    fields: Object.fromEntries(named.filter(([name]) => !isOther(name))),
    refused: named
      .filter(([name]) => isOther(name))
      .map(([name]) => ({
        name,
        because: `a ${typeOf(declared, name)}, to which nothing is added`,
      })),
  };
}
