// A copy of an assembly whose functions profile themselves, and whose bundles can still be read: esbuild
// names the file that each part of a bundle comes from.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling, functionNames, sourceOf } from '../../infra/bundles.ts';
import { functionDefinitions } from '../../infra/local/deployment.ts';
import { loadAssembly } from '../../infra/local/template.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };
const wrapper = join(import.meta.dirname, 'profiled-handler.ts');

export async function profiledAssembly(assembly: string, folder: string): Promise<string> {
  await cp(assembly, folder, { recursive: true });
  const definitions = functionDefinitions(loadAssembly(folder, place), folder);
  const bundles = functionNames.map(async (name) => {
    const { file } = definitions.find(({ id }) => id.toLowerCase().startsWith(name)) ?? {};
    if (!file) throw new Error(`The assembly has no function ${name}`);
    const contents = `import { handler as inner } from ${JSON.stringify(sourceOf(name))};
      import { profiled } from ${JSON.stringify(wrapper)};
      export const handler = profiled(inner);`;
    const stdin = { contents, resolveDir: import.meta.dirname };
    await build({ ...bundling, minify: false, stdin, outfile: file, allowOverwrite: true });
  });
  await Promise.all(bundles);
  return folder;
}
