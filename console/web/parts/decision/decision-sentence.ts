// What was decided, as sentences. The reason behind each stands beside it.
import { laneWords } from '../campaign/lane-words.ts';
import type { Speech } from '../said/say.ts';
import { type Decided, textIn } from './decided.ts';

type Around = Pick<Speech, 't' | 'called' | 'moment'>;

type Told = (one: Decided, around: Around) => string;

const inside =
  (key: string): Told =>
  (one, { t, called }) =>
    t(key, {
      campaign: called('campaigns', textIn(one, 'campaign')),
      step: textIn(one, 'step'),
      path: laneWords(textIn(one, 'path'), t),
      version: textIn(one, 'version'),
    });

const until =
  (key: string): Told =>
  (one, { t, called, moment }) =>
    t(key, {
      campaign: called('campaigns', textIn(one, 'campaign')),
      step: textIn(one, 'step'),
      until: moment(Number(textIn(one, 'until'))),
    });

const segment =
  (key: string): Told =>
  (one, { t, called }) =>
    t(key, { segment: called('segments', textIn(one, 'segment')) });

const plain =
  (key: string): Told =>
  (one, { t }) =>
    t(key, { account: textIn(one, 'account'), status: t(`standing: ${textIn(one, 'status')}`) });

/* t('Took in what the other contact held') t('Some attributes were not taken')
   t('Joined the account {{account}}') t('The account {{account}} changed')
   t('The wish about mail is now: {{status}}') t('No mail asks for the confirmation this time')
   t('The confirmation did not count') t('The address must not be mailed any more')
   t('The address may be mailed again') t('Not let into “{{campaign}}”') t('Attributes changed')
   t('Rules led in a circle, which was cut') t('Is now in the segment “{{segment}}”')
   t('Left the segment “{{segment}}”') t('Entered “{{campaign}}”')
   t('Held out of “{{campaign}}”, to measure it')
   t('“{{campaign}}” waits at {{step}} until {{until}}')
   t('The mail of {{step}} in “{{campaign}}” is held until {{until}}')
   t('{{step}} of “{{campaign}}” fell due while it is paused')
   t('Moved to version {{version}} of “{{campaign}}”') t('“{{campaign}}” did {{step}}')
   t('“{{campaign}}” goes on at {{step}}') t('“{{campaign}}” took the path {{path}} at {{step}}')
   t('“{{campaign}}” asked for the mail of {{step}}')
   t('“{{campaign}}” withheld the mail of {{step}}')
   t('The mail of {{step}} in “{{campaign}}” did not leave') t('Reached the goal of “{{campaign}}”')
   t('Took up the offer of “{{campaign}}”') t('Left “{{campaign}}” early')
   t('Went through all of “{{campaign}}”') */
const sentences: Readonly<Record<string, Told>> = {
  identified: ({ keys }, { t }) =>
    t('Became known by {{keys}}', { keys: Array.isArray(keys) ? keys.join(', ') : '' }),
  identity_conflict: (one, { t }) =>
    t('Another contact has the key {{key}}', { key: textIn(one, 'key') }),
  absorbed: plain('Took in what the other contact held'),
  attributes_refused: plain('Some attributes were not taken'),
  account_joined: plain('Joined the account {{account}}'),
  account_changed: plain('The account {{account}} changed'),
  consent_changed: plain('The wish about mail is now: {{status}}'),
  confirmation_not_asked: plain('No mail asks for the confirmation this time'),
  not_confirmed: plain('The confirmation did not count'),
  suppressed: plain('The address must not be mailed any more'),
  suppression_lifted: plain('The address may be mailed again'),
  not_entered: inside('Not let into “{{campaign}}”'),
  updated: plain('Attributes changed'),
  unsettled: plain('Rules led in a circle, which was cut'),
  segment_entered: segment('Is now in the segment “{{segment}}”'),
  segment_left: segment('Left the segment “{{segment}}”'),
  entered: inside('Entered “{{campaign}}”'),
  held_out: inside('Held out of “{{campaign}}”, to measure it'),
  waiting: until('“{{campaign}}” waits at {{step}} until {{until}}'),
  held: until('The mail of {{step}} in “{{campaign}}” is held until {{until}}'),
  parked: inside('{{step}} of “{{campaign}}” fell due while it is paused'),
  moved: inside('Moved to version {{version}} of “{{campaign}}”'),
  acted: inside('“{{campaign}}” did {{step}}'),
  resumed: inside('“{{campaign}}” goes on at {{step}}'),
  branched: inside('“{{campaign}}” took the path {{path}} at {{step}}'),
  requested: inside('“{{campaign}}” asked for the mail of {{step}}'),
  withheld: inside('“{{campaign}}” withheld the mail of {{step}}'),
  unsent: inside('The mail of {{step}} in “{{campaign}}” did not leave'),
  goal_reached: inside('Reached the goal of “{{campaign}}”'),
  redeemed: inside('Took up the offer of “{{campaign}}”'),
  exited: inside('Left “{{campaign}}” early'),
  completed: inside('Went through all of “{{campaign}}”'),
};

export const decisionSentence: Told = (one, around) =>
  sentences[one.kind]?.(one, around) ?? one.kind;
