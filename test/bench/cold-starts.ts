// Cold starts: how large each function's bundle is, and how long a fresh worker takes from nothing to its
// first answer. Lambda adds what it needs to make room for one; this is the part that is ours.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { FunctionName } from '../../infra/bundles.ts';
import { functionNames } from '../../infra/bundles.ts';
import type { Access } from '../../infra/local/access.ts';
import type { FunctionDefinition } from '../../infra/local/function-host.ts';
import { serveGateway } from '../../infra/local/gateway-server.ts';
import { type Machine, type MachineParts, startMachine } from '../../infra/local/machine.ts';
import { createWorkerHost } from '../../infra/local/worker-host.ts';
import { firstCalls } from './first-calls.ts';
import { percentile } from './percentile.ts';

export interface ColdStart {
  readonly name: FunctionName;
  readonly bytes: number;
  readonly gzipped: number;
  /** Milliseconds, the median of several. */
  readonly loading: number;
  readonly firstAnswer: number;
}

const times = 3;

/** On a machine of its own, with the contacts and keys of `parts.dataDir`. */
export async function coldStarts(parts: MachineParts, access: Access): Promise<ColdStart[]> {
  const machine = await startMachine(parts);
  const server = await serveGateway(machine.aws.gateway);
  const calls = firstCalls(access);
  try {
    const measured: ColdStart[] = [];
    for (const name of functionNames) {
      const definition = machine.functions.find(({ id }) => id.toLowerCase().startsWith(name));
      if (!definition) throw new Error(`The template has no function ${name}`);
      const start = () =>
        startCold(machine, definition, { endpoint: server.url, call: calls[name] });
      measured.push({ name, ...(await sizeOf(definition)), ...(await median(start)) });
    }
    return measured;
  } finally {
    await server.close();
    await machine.close();
  }
}

async function sizeOf({ file }: FunctionDefinition) {
  const bundle = await readFile(file);
  return { bytes: bundle.length, gzipped: gzipSync(bundle).length };
}

type Start = Pick<ColdStart, 'loading' | 'firstAnswer'>;

async function median(start: () => Promise<Start>): Promise<Start> {
  const all: Start[] = [];
  for (let count = 0; count < times; count += 1) all.push(await start());
  const middle = (key: keyof Start) =>
    percentile(
      all.map((each) => each[key]),
      50,
    );
  return { loading: middle('loading'), firstAnswer: middle('firstAnswer') };
}

async function startCold(
  { clock: { shared } }: Machine,
  definition: FunctionDefinition,
  { endpoint, call }: { readonly endpoint: string; readonly call: unknown },
): Promise<Start> {
  const write = () => {};
  const functions = [definition];
  const host = createWorkerHost({ functions, endpoint, region: 'us-east-1', shared, write });
  const start = performance.now();
  try {
    await host.invoke(definition.id, call);
    const firstAnswer = performance.now() - start;
    return { loading: host.stats()[definition.id]?.init ?? Number.NaN, firstAnswer };
  } finally {
    await host.close();
  }
}
