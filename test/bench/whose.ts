// Whose code a CPU profile's time went to: ours, or a package's. What Node and V8 do goes to whoever asked
// for it; what nobody asked for on the stack (sockets, timers, garbage) is Node's own.
import type { Profiler } from 'node:inspector/promises';

/** Milliseconds by owner, idle time left out. */
export function ownersOf(profile: Profiler.Profile, bundle: string): Map<string, number> {
  const files = fileOfEachLine(bundle);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  const visit = (node: Profiler.ProfileNode, above: string) => {
    const owner = ownerOf(node.callFrame, files) ?? above;
    owners.set(node.id, owner);
    for (const id of node.children ?? []) visit(nodes.get(id) as Profiler.ProfileNode, owner);
  };
  const [root] = profile.nodes;
  if (root) visit(root, 'Node: sockets, timers');
  const times = new Map<string, number>();
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const owner = owners.get(id) ?? '';
    if (owner === idle) continue;
    times.set(owner, (times.get(owner) ?? 0) + (profile.timeDeltas?.[at + 1] ?? 0) / 1000);
  }
  return times;
}

const idle = '(idle)';
const spoken = new Map([
  [idle, idle],
  ['(garbage collector)', 'Node: garbage'],
]);

function ownerOf(
  { functionName, url, lineNumber }: Profiler.ProfileNode['callFrame'],
  files: readonly string[],
): string | undefined {
  const name = spoken.get(functionName);
  if (name) return name;
  if (url.endsWith('worker-bootstrap.ts')) return 'the local runtime';
  return url.endsWith('.mjs') ? packageOf(files[lineNumber] ?? '') : undefined;
}

function packageOf(file: string): string {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  if (name === undefined) return 'ours';
  return /^@(aws-sdk|smithy|aws-crypto|aws)\//.test(name) ? 'AWS SDK' : name;
}

/** esbuild writes the name of a file above everything that comes from it. */
function fileOfEachLine(bundle: string): string[] {
  let file = '';
  return bundle.split('\n').map((line) => {
    file = /^\s*\/\/ (\S+\.(?:ts|m?js|cjs|json))$/.exec(line)?.[1] ?? file;
    return file;
  });
}
