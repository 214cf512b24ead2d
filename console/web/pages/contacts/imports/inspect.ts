// What the API makes of the beginning of a file.
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';

export type Inspected = Schemas['postImportsInspectAnswer'];
export type Column = Inspected['columns'][number];
export type Encoding = Inspected['encoding'];

const sampleBytes = 64 * 1024;

export async function inspect(file: File, encoding?: Encoding): Promise<Inspected> {
  const bytes = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer());
  const sample = btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
  const body = { name: file.name, sample, ...(encoding && { encoding }) };
  return answered(client.POST('/api/imports/inspect', { body }));
}
