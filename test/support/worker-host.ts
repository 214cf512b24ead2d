// A host of functions that are a few lines each, on disk as bundles are.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../infra/local/clock.ts';
import type { FunctionDefinition } from '../../infra/local/function-host.ts';
import { createWorkerHost } from '../../infra/local/worker-host.ts';

/** Source texts by the id of the function, and what else is to be known of one. */
export function openWorkers(
  sources: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Partial<FunctionDefinition>>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  const functions = Object.entries(sources).map(([id, source]): FunctionDefinition => {
    const file = join(folder, `${id}.mjs`);
    writeFileSync(file, source);
    return {
      id,
      name: `stack-${id}`,
      arn: `arn:aws:lambda:us-east-1:000000000000:function:stack-${id}`,
      file,
      environment: { TABLE: 'core' },
      memory: 64,
      timeout: 20,
      ...more[id],
    };
  });
  const clock = createClock();
  const { promise: logged, resolve } = Promise.withResolvers<string>();
  const host = createWorkerHost({
    functions,
    endpoint: 'http://127.0.0.1:1234',
    region: 'us-east-1',
    shared: clock.shared,
    write: (chunk) => resolve(chunk.toString()),
  });
  const close = async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  };
  return { host, clock, logged, close };
}

export type Workers = ReturnType<typeof openWorkers>;
