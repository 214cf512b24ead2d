// Judges who opened a mail or followed a link: a person, or a machine. One sign may mislead, so that it takes two; only
// what no person does (the trap, HEAD, fetching ahead, Apple's proxy) is enough by itself.
import type { Milliseconds } from '../../workflows/model/time.ts';
import type { Hit, Sign, Step } from '../tracking-ports.ts';

/** A hit is judged so long after it: by then what the same machine did besides is known. */
export const holdFor: Milliseconds = 10_000;

/** Scanners follow links as soon as a mail arrives. */
const freshFor: Milliseconds = 10_000;

/** So many links of one mail in so short a time are more than hands can do. */
const burst = { links: 3, within: 2_000 } as const;

export const trap = 'trap';

/** Until the owner says otherwise. */
export const trackedByDefault = { opens: true, clicks: true } as const;

const enough: ReadonlySet<Sign> = new Set(['head', 'prefetch', 'privacy_proxy', 'trap']);

/** `around` holds what was followed in the same mail within `holdFor` before and after. Empty signs: a person. */
export function judgeHit(
  hit: Pick<Hit, 'at' | 'sentAt' | 'signs'>,
  around: readonly Step[],
): { readonly machine: boolean; readonly signs: readonly Sign[] } {
  const near = around.filter(({ at }) => Math.abs(at - hit.at) <= holdFor);
  const signs: Sign[] = [
    ...hit.signs,
    ...(hit.at - hit.sentAt < freshFor ? (['fresh'] as const) : []),
    ...(isInBurst(hit.at, near) ? (['burst'] as const) : []),
    ...(near.some(({ link }) => link === trap) ? (['trap'] as const) : []),
  ];
  return { machine: signs.length >= 2 || signs.some((sign) => enough.has(sign)), signs };
}

/** Whether some stretch of that length holds the moment and enough links. */
function isInBurst(at: number, steps: readonly Step[]): boolean {
  const starts = [at, ...steps.map((step) => step.at)];
  return starts.some((start) => {
    const end = start + burst.within;
    if (at < start || at > end) return false;
    const links = steps.filter((step) => step.at >= start && step.at <= end);
    return new Set(links.map(({ link }) => link)).size >= burst.links;
  });
}
