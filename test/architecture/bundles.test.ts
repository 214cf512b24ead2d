// What each function loads when it starts. A package that it does not need then makes every cold start slower.
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildsInto, type FunctionName, functionNames } from '../../infra/bundles.ts';

const packages = new Map<FunctionName, ReadonlySet<string>>();
const sizes = new Map<FunctionName, number>();

beforeAll(async () => {
  const builds = buildsInto('bundles').map((options) =>
    build({ ...options, write: false, metafile: true }),
  );
  const outputs = Object.assign(
    {},
    ...(await Promise.all(builds)).map(({ metafile }) => metafile.outputs),
  );
  for (const name of functionNames) {
    const parts = loadedAtStart(outputs, name);
    // Only what contributes a byte: what is left of an unused import is nothing.
    const carried = parts
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    packages.set(name, new Set(carried.flatMap(([file]) => packageOf(file) ?? [])));
    const bytes = parts.map((part) => part.bytes);
    sizes.set(
      name,
      bytes.reduce((sum, one) => sum + one, 0),
    );
  }
});

type Outputs = Metafile['outputs'];

/** The bundle, and what it imports at once; parts that it imports on demand are left out. */
function loadedAtStart(outputs: Outputs, name: FunctionName): Outputs[string][] {
  const loaded = new Set([`bundles/${name}/index.mjs`]);
  for (const file of loaded)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(path);
  return [...loaded].flatMap((file) => outputs[file] ?? []);
}

const packageOf = (file: string): string | undefined =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];

const carriersOf = (name: string): FunctionName[] =>
  functionNames.filter((each) => packages.get(each)?.has(name));

const onContacts = ['advance', 'feedback', 'pages', 'crawl'] as const;

/** Who may carry what; all others must not. */
const carriers: Readonly<Record<string, readonly FunctionName[]>> = {
  '@aws-sdk/client-dynamodb': functionNames.filter((name) => name !== 'pack'),
  '@aws-sdk/client-eventbridge': ['ingest', 'pack'],
  '@aws-sdk/client-sqs': ['ingest', ...onContacts, 'tick', 'track', 'deliver', 'webhook', 'api'],
  isbot: ['track'],
  '@aws-sdk/client-ses': ['deliver'],
  /** By the API, and on demand: signing in by name, and inviting. */
  '@aws-sdk/client-cognito-identity-provider': [],
  'aws-jwt-verify': [],
  '@fastify/busboy': ['ingest'],
  'libphonenumber-js': ['ingest', 'crawl'],
  liquidjs: ['deliver', 'api'],
  /** By the API, and on demand. */
  mjml: [],
  papaparse: ['api'],
  'csv-stringify': ['api'],
  'html-to-text': [],
  'temporal-polyfill': [...onContacts, 'tick', 'deliver', 'api'],
  nodemailer: [],
  yaml: [],
  'aws-cdk-lib': [],
};

describe('a function carries only what it uses', () => {
  it.each(Object.entries(carriers))('%s', (name, expected) => {
    expect(carriersOf(name).toSorted()).toEqual(expected.toSorted());
  });

  const waitedFor = functionNames.filter((name) => name !== 'api' && name !== 'crawl');

  it.each(waitedFor)('%s is below 700 KB', (name) => {
    expect(sizes.get(name)).toBeLessThan(700 * 1024);
  });

  it('api, which compiles templates with what it loads on demand, is below 1,400 KB', () => {
    expect(sizes.get('api')).toBeLessThan(1_400 * 1024);
  });

  it('crawl, which works where nobody waits, is below 800 KB', () => {
    expect(sizes.get('crawl')).toBeLessThan(800 * 1024);
  });
});
