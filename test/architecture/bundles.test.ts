// What each function carries. A package that a function does not use makes every cold start slower.
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundling, type FunctionName, functionNames, sourceOf } from '../../infra/bundles.ts';

const packages = new Map<FunctionName, ReadonlySet<string>>();
const sizes = new Map<FunctionName, number>();

beforeAll(async () => {
  const bundled = functionNames.map(async (name) => {
    const { metafile } = await build({
      ...bundling,
      entryPoints: [sourceOf(name)],
      outfile: 'index.mjs',
      write: false,
      metafile: true,
    });
    const [output] = Object.values(metafile.outputs);
    // Only what contributes a byte: what is left of an unused import is nothing.
    const carried = Object.entries(output?.inputs ?? {}).filter(
      ([, { bytesInOutput }]) => bytesInOutput > 0,
    );
    packages.set(name, new Set(carried.flatMap(([file]) => packageOf(file) ?? [])));
    sizes.set(name, output?.bytes ?? 0);
  });
  await Promise.all(bundled);
});

const packageOf = (file: string): string | undefined =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];

const carriersOf = (name: string): FunctionName[] =>
  functionNames.filter((each) => packages.get(each)?.has(name));

const onContacts = ['advance', 'feedback', 'unsubscribe', 'crawl'] as const;

/** Who may carry what; all others must not. */
const carriers: Readonly<Record<string, readonly FunctionName[]>> = {
  '@aws-sdk/client-dynamodb': functionNames.filter((name) => name !== 'pack'),
  '@aws-sdk/client-eventbridge': ['ingest', 'pack'],
  '@aws-sdk/client-sqs': ['ingest', ...onContacts, 'tick', 'deliver', 'webhook', 'api'],
  '@aws-sdk/client-ses': ['deliver'],
  '@fastify/busboy': ['ingest'],
  liquidjs: ['deliver', 'api'],
  mjml: ['api'],
  papaparse: ['api'],
  'csv-stringify': ['api'],
  'html-to-text': ['api'],
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

  it('crawl, which works where nobody waits, is below 800 KB', () => {
    expect(sizes.get('crawl')).toBeLessThan(800 * 1024);
  });
});
