// What is asked of one occurrence: one condition, or several that all hold.
import { isRule, type Rule } from './rule.ts';

export const filtersOf = (where: unknown): readonly Rule[] =>
  isRule(where) ? [where] : Array.isArray(where) ? (where as readonly Rule[]) : [];
