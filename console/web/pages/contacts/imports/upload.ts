// Sends a file that was chosen in the browser, part by part, as the command line does. It goes on while somebody looks
// at other pages; after a reload the same file is chosen again, and what is missing follows.
import { partsOf } from '../../../../command-line/parts.ts';
import { recordsOf, type Written } from '../../../../command-line/records.ts';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { Told } from '../../../parts/explain.ts';
import { createSha256 } from './sha256.ts';

const pieceBytes = 256 * 1024;

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceBytes)
    yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
}

export interface Measured {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly parts: number;
}

/** Reads it once before anything is sent. Throws for a file without rows, and for bytes not of its encoding. */
export async function measure(
  file: File,
  written: Written,
  seen: (share: number) => void,
): Promise<Measured> {
  const hash = createSha256();
  let bytes = 0;
  const records = recordsOf(piecesOf(file), written, (some) => {
    hash.add(some);
    bytes += some.length;
    seen(bytes / file.size);
  });
  const parts = await countOf(partsOf(records));
  if (parts === 0) throw new Told('The file has a header, and no rows');
  return { name: file.name, hash: hash.end(), bytes, parts };
}

/** What is wrong with its rows is told with its place, in words for whoever chose it. */
async function countOf(parts: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  try {
    for await (const _ of parts) count += 1;
  } catch (cause) {
    throw new Told(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return count;
}

/** Parts on their way at once. */
const atOnce = 4;

export async function send(id: string, file: File, written: Written): Promise<void> {
  const path = { params: { path: { id } } };
  const { parts } = await answered(client.GET('/api/imports/{id}/missing', path));
  const missing = new Set(parts);
  if (missing.size === 0) return;
  const wanted = partsOf(recordsOf(piecesOf(file), written));
  const next = async (): Promise<void> => {
    for (;;) {
      const { value: part, done } = await wanted.next();
      if (done) return;
      const { number, ...body } = part;
      if (missing.has(number)) await put(id, number, body);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

type Body = Parameters<typeof JSON.stringify>[0];

const put = (id: string, part: number, body: Body) =>
  client.PUT('/api/imports/{id}/parts/{part}', {
    params: { path: { id, part: String(part) } },
    body,
  });
