import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** The packages that end up in a function's bundle. */
async function packagesOf(entry: string): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
  });
  const names = Object.keys(metafile.inputs).flatMap((file) => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
    return name === undefined ? [] : [name];
  });
  return new Set(names);
}

test.each(['functions/ingest.ts', 'functions/pack.ts'])(
  '%s carries nothing that mail needs',
  async (entry) => {
    const packages = await packagesOf(entry);
    expect(packages).toContain('@aws-sdk/client-eventbridge');
    for (const heavy of [
      'mjml',
      'mjml-core',
      'liquidjs',
      'nodemailer',
      'html-to-text',
      '@aws-sdk/client-ses',
    ])
      expect(packages).not.toContain(heavy);
  },
);
