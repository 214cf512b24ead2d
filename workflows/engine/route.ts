// Which campaigns an event touches: an index by event name, so that cost follows the event and not the number of campaigns.
import type { RunnableVersion } from './program.ts';

/** Live campaigns by the event that triggers them, and by the events that end them. */
export interface Routes {
  readonly triggeredBy: ReadonlyMap<string, readonly RunnableVersion[]>;
  readonly endedBy: ReadonlyMap<string, readonly RunnableVersion[]>;
}

/** What the engine may know of campaigns: the live ones, and the version that each enrollment is on. */
export interface Playbook {
  readonly routes: Routes;
  readonly version: (campaign: string, version: number) => RunnableVersion;
}

export const routes = (live: readonly RunnableVersion[]): Routes => ({
  triggeredBy: by(live, ({ document }) => [document.trigger.event]),
  endedBy: by(live, ({ document }) => endings(document).map(({ event }) => event)),
});

/** Goal and exits alike end an enrollment. */
export const endings = ({ goal, exitOn }: RunnableVersion['document']) =>
  goal ? [goal, ...exitOn] : exitOn;

function by(
  live: readonly RunnableVersion[],
  names: (version: RunnableVersion) => readonly string[],
): Map<string, RunnableVersion[]> {
  const index = new Map<string, RunnableVersion[]>();
  for (const version of live) {
    for (const name of new Set(names(version))) {
      index.set(name, [...(index.get(name) ?? []), version]);
    }
  }
  return index;
}
