// A contact's story with its timeline at hand, so that the engine can be asked why.
import { decide } from '../../workflows/engine/decide.ts';
import { type Draft, draftOf } from '../../workflows/engine/draft.ts';
import type { RunnableVersion } from '../../workflows/engine/program.ts';
import { type Told, type Why, why } from '../../workflows/engine/why.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { newContact, nextDue } from '../../workflows/model/contact.ts';
import type { Event, Fields } from '../../workflows/model/event.ts';
import { duration } from '../../workflows/model/time.ts';
import { start } from './diary.ts';
import { eventCause, type Surroundings, worldOf } from './engine.ts';

export interface WhyStory {
  event(name: string, given?: Partial<Event>): WhyStory;
  apply(cause: Cause): WhyStory;
  pass(time: string): WhyStory;
  /** What is published from now on, and what else holds. */
  publish(versions: readonly RunnableVersion[], around?: Surroundings): WhyStory;
  why(campaign?: string): Why;
  /** All that were asked for so far. */
  readonly messages: Draft['messages'];
}

export function openWhyStory(
  published: readonly RunnableVersion[],
  surroundings: Surroundings = {},
): WhyStory {
  let now = start;
  let count = 0;
  let draft: Draft = draftOf(newContact('con_sara'));
  let versions = published;
  let around = surroundings;
  const told: Told[] = [];

  const apply = (cause: Cause, about: Fields) => {
    const before = draft.transitions.length;
    draft = decide(worldOf(versions, now, around), draft, cause);
    const at = cause.kind === 'event' ? cause.event.timestamp : now;
    told.unshift({ at, kind: cause.kind, about, transitions: draft.transitions.slice(before) });
  };

  const story: WhyStory = {
    event(name, given = {}) {
      count += 1;
      const { properties = {} } = given;
      apply(eventCause(name, now, { id: `evt-${count}`, ...given }), {
        name,
        properties: properties as Fields,
      });
      return story;
    },
    apply(cause) {
      apply(cause, {});
      return story;
    },
    pass(time) {
      const until = now + duration(time);
      for (;;) {
        const due = nextDue(draft.contact);
        if (due === undefined || due > until) break;
        now = due;
        apply({ kind: 'alarm', due, revision: 0 }, { due });
      }
      now = until;
      return story;
    },
    publish(more, changed = around) {
      versions = more;
      around = changed;
      return story;
    },
    why(campaign = 'test') {
      const world = worldOf(versions, now, around);
      const found = world.playbook.campaign(campaign);
      if (!found) throw new Error(`${campaign} is not published`);
      return why(world, draft.contact, found, told);
    },
    get messages() {
      return draft.messages;
    },
  };
  return story;
}
