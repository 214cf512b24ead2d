// Asks the API how a file is written and where its columns would go, by its first bytes.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { Column } from './columns.ts';
import { Misused } from './command.ts';
import type { Connection } from './connection.ts';
import { isVcard, sampleOf } from './vcards.ts';

interface Inspected {
  readonly encoding: string;
  readonly encodings: readonly string[];
  readonly delimiter: string;
  readonly product: string;
  readonly treat: string;
  readonly columns: readonly Column[];
  readonly warnings: readonly string[];
}

interface Wished {
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
}

/** Throws Misused when the encoding is in doubt: a wrong one would spoil every name. */
export async function inspect(
  { ask }: Connection,
  path: string,
  { encoding, delimiter }: Wished,
): Promise<Inspected> {
  const { sample, warnings = [] } = await sampled(await beginningOf(path), path);
  const look = (wished: string | undefined) =>
    ask<Inspected>('POST', '/api/imports/inspect', {
      name: basename(path),
      sample: sample.toString('base64'),
      ...(wished !== undefined && { encoding: wished }),
      ...(delimiter !== undefined && { delimiter }),
    });
  const looked = await look(encoding);
  const found = { ...looked, warnings: [...warnings, ...looked.warnings] };
  if (found.encodings.length === 1) return found;
  const readings = await Promise.all(found.encodings.map(look));
  const lines = readings.map(
    ({ encoding: name, columns }) => `  --encoding ${name}: ${headerOf(columns)}`,
  );
  throw new Misused(
    `The file is not UTF-8. Choose how its header reads right:\n${lines.join('\n')}`,
  );
}

/** Of vCards, what they would be in CSV. */
async function sampled(
  sample: Buffer,
  path: string,
): Promise<{ readonly sample: Buffer; readonly warnings?: readonly string[] }> {
  if (!isVcard(path)) return { sample };
  const { rows, warnings } = await sampleOf(sample.toString('utf8'));
  return { sample: Buffer.from(Papa.unparse(rows)), warnings };
}

const headerOf = (columns: readonly Column[]) => columns.map(({ header }) => header).join(', ');

const sampleBytes = 64 * 1024;

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((cause: Error) => {
    throw new Misused(`${path} cannot be opened: ${cause.message}`);
  });
  try {
    if ((await file.stat()).isDirectory()) throw new Misused(`${path} is a folder: name one file`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
