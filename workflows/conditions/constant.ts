// Conditions whose answer is the same for everybody at all times. It finds what is plain to see, and is silent about the rest.
import type { Condition } from './condition.ts';

/** The answer that the rule always has; undefined when it may have either. */
export function constant(rule: Condition): boolean | undefined {
  switch (rule.op) {
    case 'everyone':
      return true;
    case 'random_bucket':
      return rule.from === 0 && rule.to === 100 ? true : undefined;
    case 'not':
      return opposite(constant(rule.rule));
    case 'and':
      return combined(rule.rules, false);
    case 'or':
      return combined(rule.rules, true);
    default:
      return undefined;
  }
}

const opposite = (answer: boolean | undefined) => (answer === undefined ? undefined : !answer);

/** One part settles it: "or" by holding, "and" by failing; a part and its own opposite settle it together. */
function combined(rules: readonly Condition[], settles: boolean): boolean | undefined {
  const answers = rules.map(constant);
  if (answers.includes(settles) || contradicts(rules)) return settles;
  return answers.every((answer) => answer === !settles) ? !settles : undefined;
}

function contradicts(rules: readonly Condition[]): boolean {
  const said = new Set(rules.map((rule) => JSON.stringify(rule)));
  return rules.some((rule) => rule.op === 'not' && said.has(JSON.stringify(rule.rule)));
}
