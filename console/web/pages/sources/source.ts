// A source as the API tells of it, and what its figures come to.
import type { Schemas } from '../../api/client.ts';

export type Source = Schemas['getSourcesAnswer']['items'][number];
export type Kind = Schemas['getSourceKindsAnswer']['items'][number];

interface Figures {
  readonly accepted: number;
  readonly repeated: number;
  readonly rejected: number;
  readonly refused: number;
}

export const figuresOf = ({ counts }: Pick<Source, 'counts'>): Figures => ({
  accepted: counts.accepted ?? 0,
  repeated: counts.repeated ?? 0,
  rejected: counts.rejected ?? 0,
  refused: Object.entries(counts)
    .filter(([name]) => name.startsWith('refused'))
    .reduce((sum, [, count]) => sum + count, 0),
});

/** Of those that have one: a webhook source, or a write key. */
export function addressOf({ kind, name }: Pick<Source, 'kind' | 'name'>): string | undefined {
  if (kind === 'write_key') return `/sources/keys/${encodeURIComponent(name)}`;
  if (kind === 'api' || kind === 'unknown') return undefined;
  return `/sources/hooks/${name}`;
}
