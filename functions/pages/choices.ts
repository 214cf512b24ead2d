// What somebody has posted on their page, as a change of their wishes with the words that they saw. Only what they have
// changed is named: a page that lay open for long undoes nothing.
import type { PreferenceChanges } from '../../workflows/model/cause.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { topicDescription, topicName } from '../../workflows/model/topic.ts';
import type { Preferences, TopicPreference } from '../use-cases/preferences.ts';
import { writeNumber } from './language.ts';
import { tell, type Voice } from './visit.ts';

const day: Milliseconds = 86_400_000;
export const pauses = [7, 30, 90] as const;

interface Posted {
  readonly deed: string;
  readonly form: URLSearchParams;
  readonly now: Instant;
}

interface Choice {
  readonly changes: PreferenceChanges;
  readonly wording: string;
}

type Read = (voice: Voice, known: Preferences, posted: Posted) => Choice | undefined;

/** Undefined when nothing of it can be chosen here. */
export function choiceIn(voice: Voice, known: Preferences, posted: Posted): Choice | undefined {
  const read = Object.hasOwn(deeds, posted.deed) ? deeds[posted.deed] : undefined;
  return read?.(voice, known, posted);
}

const deeds: Readonly<Record<string, Read>> = {
  topics: chooseTopics,
  pause: (voice, _, { form, now }) => {
    const days = pauses.find((one) => String(one) === form.get('days'));
    if (days === undefined) return undefined;
    const label = tell(voice, 'pauseFor', { days: writeNumber(days, voice.language) });
    const wording = `${tell(voice, 'pauseText')} [${label}]`;
    return { changes: { pausedUntil: now + days * day }, wording };
  },
  resume: (voice) => ({ changes: { pausedUntil: null }, wording: `[${tell(voice, 'pauseEnd')}]` }),
  off: (voice) => ({
    changes: { all: 'unsubscribed' },
    wording: `${tell(voice, 'allOffText')} [${tell(voice, 'allOff')}]`,
  }),
  on: (voice) => ({
    changes: { all: 'subscribed' },
    wording: `${tell(voice, 'allOnText')} [${tell(voice, 'allOn')}]`,
  }),
  untrack: (voice) => ({
    changes: { tracked: false },
    wording: `${tell(voice, 'trackedText')} [${tell(voice, 'trackingOff')}]`,
  }),
  track: (voice) => ({
    changes: { tracked: true },
    wording: `${tell(voice, 'untrackedText')} [${tell(voice, 'trackingOn')}]`,
  }),
};

function chooseTopics(voice: Voice, known: Preferences, { form }: Posted): Choice {
  const [shown, was, chosen] = ['shown', 'was', 'topic'].map((name) => new Set(form.getAll(name)));
  const there = known.topics.filter(({ topic: { id } }) => shown?.has(id));
  const changed = there.filter(({ topic: { id } }) => was?.has(id) !== chosen?.has(id));
  const wanted = changed.map(({ topic: { id } }) => [id, chosen?.has(id) === true] as const);
  const lines = there.map((one) => {
    const mark = chosen?.has(one.topic.id) ? '[x]' : '[ ]';
    return `${mark} ${inWords(voice, one)}`;
  });
  const wording = [tell(voice, 'topicsTitle'), ...lines, `[${tell(voice, 'topicsSave')}]`];
  return { changes: { topics: Object.fromEntries(wanted) }, wording: wording.join('\n') };
}

function inWords({ language }: Voice, { topic }: TopicPreference): string {
  const description = topicDescription(topic, language);
  return [topicName(topic, language), ...(description === undefined ? [] : [description])].join(
    ': ',
  );
}
