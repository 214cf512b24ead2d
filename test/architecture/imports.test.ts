// Who may import whom: workflows ← functions ← infra; the console nobody of them; tests import everything; nothing imports tests.
import { describe, expect, it } from 'vitest';
import { importsIn, type Source, sourcesIn } from './sources.ts';

const sources = sourcesIn('workflows', 'functions', 'infra', 'console');

interface Rule {
  readonly name: string;
  /** The files that it binds. */
  readonly binds: RegExp;
  /** What they must not import. */
  readonly forbids: (from: string) => boolean;
}

const within = (...patterns: readonly RegExp[]) => {
  return (from: string) => patterns.some((pattern) => pattern.test(from));
};
const except = (allowed: (from: string) => boolean) => (from: string) => !allowed(from);

const rules: readonly Rule[] = [
  {
    name: 'The engine imports itself, zod and the time library',
    binds: /^workflows\//,
    forbids: except(within(/^workflows\//, /^zod(?:\/v4\/core)?$/, /^temporal-polyfill$/)),
  },
  {
    name: 'Functions import the engine and packages, never infra or tests',
    binds: /^functions\//,
    forbids: within(/^infra\//, /^test\//),
  },
  {
    name: 'Use-cases and ports import no adapter and no SDK',
    binds: /^functions\/(use-cases\/|((sending|job)-)?ports\.ts$)/,
    forbids: within(/^functions\/adapters\//, /^@aws-sdk\//),
  },
  {
    name: 'Sources know nothing of storage',
    binds: /^functions\/sources\//,
    forbids: within(/^functions\/(adapters|use-cases|channels)\//, /^@aws-sdk\//),
  },
  {
    name: 'Channels know nothing of storage, nor of use-cases',
    binds: /^functions\/channels\//,
    forbids: within(/^functions\/(adapters|use-cases|sources)\//),
  },
  {
    name: 'An SDK client is used by adapters and channels, and shaped where functions are made',
    binds: /^functions\/(?!adapters\/|channels\/|lambda\.ts$)/,
    forbids: within(/^@aws-sdk\//),
  },
  {
    name: 'Only functions/lambda.ts knows middy',
    binds: /^(?!functions\/lambda\.ts$)/,
    forbids: within(/^@?middy/),
  },
  {
    name: 'The command line speaks HTTP: it imports itself, and packages',
    binds: /^console\/command-line\//,
    forbids: within(/^(?:functions|infra|workflows|test)\//),
  },
  {
    name: 'The console speaks HTTP, and knows campaigns as the engine does',
    binds: /^console\/web\//,
    forbids: within(/^(?:functions|infra|test)\//),
  },
  { name: 'Nothing imports tests', binds: /^/, forbids: within(/^test\//, /^vitest/) },
];

const trespasses = ({ binds, forbids }: Rule, all: readonly Source[]): string[] =>
  all
    .filter(({ path }) => binds.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter(({ from }) => forbids(from)).map(({ from }) => `${path} imports ${from}`),
    );

describe('Who may import whom', () => {
  it.each(rules)('$name', (rule) => {
    expect(sources.filter(({ path }) => rule.binds.test(path))).not.toEqual([]);
    expect(trespasses(rule, sources)).toEqual([]);
  });

  it('Use-cases load no SDK, not even through somebody else', () => {
    const useCases = sources.filter(({ path }) => path.startsWith('functions/use-cases/'));
    expect(useCases).not.toEqual([]);
    const heavy = useCases.filter((source) => loads(source).has('@aws-sdk'));
    expect(heavy.map(({ path }) => path)).toEqual([]);
  });
});

const byPath = new Map(sources.map((source) => [source.path, source]));

/** Everything that is there when a file has been loaded; packages by their name or scope. */
function loads(source: Source, seen = new Set<string>()): Set<string> {
  const loaded = source.imports.filter(({ from, isOfTypes }) => !isOfTypes && !seen.has(from));
  for (const { from } of loaded) {
    const next = byPath.get(from);
    seen.add(next ? from : (from.split('/')[0] ?? ''));
    if (next) loads(next, seen);
  }
  return seen;
}

describe('The engine', () => {
  it('reads no clock and throws no dice', () => {
    const engine = sources.filter(({ path }) => path.startsWith('workflows/'));
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b/;
    const code = (text: string) => text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    expect(engine.filter(({ text }) => impure.test(code(text))).map(({ path }) => path)).toEqual(
      [],
    );
  });
});

describe('An import is seen', () => {
  it.each([
    ["import { a } from './a.ts';", './a.ts', false],
    ["import a, * as b from 'a';", 'a', false],
    ["import {\n  a,\n  type B,\n} from './a.ts';", './a.ts', false],
    ["import type { A } from '../a.ts';", '../a.ts', true],
    ["import './a.ts';", './a.ts', false],
    ["export { a } from './a.ts';", './a.ts', false],
    ["export * from './a.ts';", './a.ts', false],
    ["const { a } = await import('./a.ts');", './a.ts', false],
  ])('in %j', (text, from, isOfTypes) => {
    expect(importsIn(text)).toEqual([{ from, isOfTypes }]);
  });

  it.each(["export const a = 'from b';", "// import a from 'a';", 'await import(file);'])(
    'but not in %j',
    (text) => {
      expect(importsIn(text)).toEqual([]);
    },
  );
});
