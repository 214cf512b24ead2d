// Bundles every Lambda with esbuild, a folder for each. The SDK goes in too: what was tested is what runs.
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { layBrowserLibrary } from './browser-library.ts';

export const functionNames = [
  'ingest',
  'pack',
  'advance',
  'tick',
  'deliver',
  'feedback',
  'pages',
  'track',
  'crawl',
  'webhook',
  'api',
  'setup',
] as const;

export type FunctionName = (typeof functionNames)[number];

/** The folder of each function's bundle. */
export type Bundles = Readonly<Record<FunctionName, string>>;

const sources = join(import.meta.dirname, '../functions');

export const sourceOf = (name: FunctionName): string => join(sources, `${name}.ts`);

/** How a function is bundled. */
export const bundling = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // The SDK's ESM build is the smaller one; dependencies that are still CommonJS need a require.
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as bundledRequire } from 'node:module';const require = bundledRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * What these import on demand are files of their own, which a cold start does not read: MJML, and the SDK's ways to
 * credentials that no Lambda has. The others are small, and bundled in one go.
 */
const inParts: readonly FunctionName[] = [
  'advance',
  'deliver',
  'feedback',
  'pages',
  'crawl',
  'api',
];

const isInParts = (name: FunctionName) => inParts.includes(name);

/** Builds that lay each function into a folder of its own: the whole ones together, which is faster. */
export const buildsInto = (folder: string) => {
  const whole = functionNames.filter((name) => !isInParts(name));
  return [buildOf(whole, folder), ...inParts.map((name) => buildOf([name], folder))];
};

const buildOf = (names: readonly FunctionName[], folder: string) =>
  ({
    ...bundling,
    entryPoints: names.map((name) => ({ in: sourceOf(name), out: join(name, 'index') })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // The parts of a function must lie in its folder.
    ...(names.every(isInParts) && { splitting: true, chunkNames: `${names[0]}/[name]-[hash]` }),
  }) satisfies BuildOptions;

export async function bundle(folder: string): Promise<Bundles> {
  await Promise.all(buildsInto(folder).map(build));
  await layBrowserLibrary(join(folder, 'ingest/analytics-next'));
  return Object.fromEntries(functionNames.map((name) => [name, join(folder, name)])) as Record<
    FunctionName,
    string
  >;
}
