// Answers a condition for one contact and one event, says why in the marketer's words, and until when at most it stays so.
import type { Condition } from './condition.ts';
import { operatorOf } from './operators.ts';
import { sentence } from './sentence.ts';
import type { Answer, Subject, Trace } from './subject.ts';
import { cut } from './words.ts';

export type { Answer, Subject, Trace } from './subject.ts';

interface Verdict {
  readonly trace: Trace;
  readonly until: number | undefined;
}

/** Nobody looks further ahead. An answer that is asked for again too early is the same answer. */
const horizon = 3_660 * 86_400_000;

/** Pure: the same condition and subject always give the same answer. */
export function evaluate(rule: Condition, subject: Subject): Answer {
  const { trace, until } = judge(rule, subject);
  return {
    held: trace.held,
    because: cut(because(rule, trace), 500),
    trace,
    ...(until !== undefined && { until: Math.min(until, subject.now + horizon) }),
  };
}

function judge(rule: Condition, subject: Subject): Verdict {
  switch (rule.op) {
    case 'and':
    case 'or':
      return combine(rule, subject);
    case 'not': {
      const { trace, until } = judge(rule.rule, subject);
      return { trace: { sentence: sentence(rule), held: !trace.held, parts: [trace] }, until };
    }
    default: {
      const { words, answer } = operatorOf(rule);
      const { until, ...finding } = answer(rule as never, subject);
      return { trace: { sentence: words(rule as never), ...finding }, until };
    }
  }
}

type Group = Extract<Condition, { op: 'and' | 'or' }>;

function combine(rule: Group, subject: Subject): Verdict {
  const verdicts = rule.rules.map((one) => judge(one, subject));
  const parts = verdicts.map(({ trace }) => trace);
  const settles = rule.op === 'or';
  const held = parts.some((part) => part.held === settles) === settles;
  const settling = verdicts.filter(({ trace }) => trace.held === settles);
  return {
    trace: { sentence: sentence(rule), held, parts },
    until: settling.length > 0 ? lastOf(settling) : firstOf(verdicts),
  };
}

/** One part settled it ("or" by holding, "and" by failing): nothing changes before the last that did so. */
function lastOf(verdicts: readonly Verdict[]): number | undefined {
  const untils = verdicts.map(({ until }) => until);
  return untils.reduce((last, until) =>
    last === undefined || until === undefined ? undefined : Math.max(last, until),
  );
}

function firstOf(verdicts: readonly Verdict[]): number | undefined {
  const untils = verdicts.flatMap(({ until }) => until ?? []);
  return untils.length > 0 ? Math.min(...untils) : undefined;
}

/** The parts that decided, each with what was found. */
function because(rule: Condition, trace: Trace): string {
  const { sentence: words, held, found, parts = [] } = trace;
  const [only] = parts;
  if (rule.op === 'not' && only) return `not (${because(rule.rule, only)})`;
  if (rule.op !== 'and' && rule.op !== 'or')
    return `${words} (${held ? 'yes' : 'no'}${found === undefined ? '' : `: ${found}`})`;
  const told = rule.rules.flatMap((one, index) => {
    const part = parts[index];
    return part?.held === held ? [because(one, part)] : [];
  });
  return told.join(' and ');
}
