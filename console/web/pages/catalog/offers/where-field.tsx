// What the event that takes an offer up must be like, line by line; what has no line is shown as code.
import { isDrawn } from '../../../parts/condition/drawn.ts';
import { CodeField } from '../../../parts/condition/fields/code-field.tsx';
import { WhereFields } from '../../../parts/condition/fields/where-fields.tsx';
import { changed, type Rule } from '../../../parts/condition/rule.ts';

interface WhereFieldParts {
  readonly event: string;
  readonly where: unknown;
  onChange(where: unknown): void;
}

export function WhereField({ event, where, onChange }: WhereFieldParts) {
  // As if it had been asked whether somebody did it.
  const rule = changed({ op: 'performed', event }, { where });
  const replace = (to: Rule) => onChange(to.where);
  if (!isDrawn(rule)) return <CodeField {...{ rule, replace }} isReadOnly={false} />;
  return <WhereFields rule={rule} of="where" set={(by) => replace(changed(rule, by))} />;
}
