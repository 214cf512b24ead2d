// What only a program does: fill in what people cannot see, in no time, or again and again with one address.
// Whoever does it is told the same as everybody.
import { readAddress } from '../address.ts';
import { readInstant } from '../instant.ts';
import { type Answers, lastOf } from './answers.ts';
import { honeypot } from './lead.ts';
import type { FormSettings } from './settings.ts';

const hour = 3_600_000;
const mostRemembered = 10_000;

/** Why it is taken for spam; undefined when it is not. */
type SpamFilter = (
  answers: Answers,
  settings: FormSettings,
  receivedAt: number,
) => string | undefined;

export function createSpamFilter(): SpamFilter {
  const times = new Map<string, { count: number; until: number }>();
  const isTooOften = (address: string, most: number, now: number): boolean => {
    const known = times.get(address);
    const current = known && known.until > now ? known : { count: 0, until: now + hour };
    if (times.size >= mostRemembered) times.clear();
    times.set(address, { ...current, count: current.count + 1 });
    return current.count >= most;
  };
  return (answers, { fill_seconds, per_address }, receivedAt) => {
    const trap = honeypot(answers);
    if (trap !== undefined) return `Spam: ${trap} is filled in`;
    if (isTooFast(answers, fill_seconds, receivedAt))
      return 'Spam: filled in faster than anybody can';
    const address = readAddress(lastOf(answers.email))?.toLowerCase();
    const isFlood = address !== undefined && isTooOften(address, per_address, receivedAt);
    return isFlood ? 'Spam: one address too often within an hour' : undefined;
  };
}

/** A clock that is ahead of ours says nothing. */
function isTooFast(answers: Answers, least: number, receivedAt: number): boolean {
  const shown = readInstant(lastOf(answers._t));
  const taken = shown === undefined ? Number.NaN : receivedAt - shown;
  return taken >= 0 && taken < least * 1000;
}
