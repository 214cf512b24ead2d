// Versions of campaigns and segments, as decisions ask for them. They never change, so a container keeps those it has
// used of late.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Wanted } from '../../workflows/engine/missing.ts';
import type { Held } from '../../workflows/engine/playbook.ts';
import { type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { type Item, readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { unpack } from './packing.ts';

type Document = RunnableVersion | SegmentVersion;

interface Documents extends Held {
  fetch(wanted: readonly Wanted[]): Promise<void>;
  /** Lets go of what was not used for the longest time. Never amid a decision, which needs all it has asked for. */
  trim(): void;
}

/** Packed bytes of the documents that are kept; in memory they are about ten times as much. */
const mostBytes = 8_000_000;

interface Kept {
  readonly document: Document;
  readonly bytes: number;
}

export function createDocuments(
  client: DynamoDBClient,
  table: string,
  most: number = mostBytes,
): Documents {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const keep = (item: Item): void => {
    const name = nameOf(item);
    const one = { document: documentOf(item), bytes: item.z1?.B?.length ?? 0 };
    bytes += one.bytes - (kept.get(name)?.bytes ?? 0);
    kept.set(name, one);
  };
  /** What is used goes to the end of the row. */
  const use = (key: Item): Document | undefined => {
    const name = nameOf(key);
    const one = kept.get(name);
    if (!one) return undefined;
    kept.delete(name);
    kept.set(name, one);
    return one.document;
  };

  return {
    version: (campaign, version) =>
      use(keys.version(campaign, version)) as RunnableVersion | undefined,
    segment: (segment, version) =>
      use(keys.segmentVersion(segment, version)) as SegmentVersion | undefined,
    fetch: async (wanted) => {
      const all = new Map(wanted.flatMap(keyOf).map((key) => [nameOf(key), key]));
      const missing = [...all].filter(([name]) => !kept.has(name)).map(([, key]) => key);
      for (const item of await readAll(client, table, missing, true)) keep(item);
    },
    trim: () => {
      for (const [name, one] of kept) {
        if (bytes <= most) return;
        kept.delete(name);
        bytes -= one.bytes;
      }
    },
  };
}

function keyOf(wanted: Wanted): Item[] {
  if (wanted.kind === 'version') return [keys.version(wanted.campaign, wanted.version)];
  if (wanted.kind === 'segment') return [keys.segmentVersion(wanted.segment, wanted.version)];
  return [];
}

const nameOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S}`;

const documentOf = (item: Item): Document =>
  item.pk?.S?.startsWith('SG#')
    ? unpack<SegmentVersion>(item)
    : runnable(unpack<CampaignVersion>(item));
