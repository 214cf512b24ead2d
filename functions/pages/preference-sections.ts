// The sections of the page on which people choose. Each is a form of its own, and all of them work without a script.
import { topicDescription, topicName } from '../../workflows/model/topic.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Preferences, TopicPreference } from '../use-cases/preferences.ts';
import { pauses } from './choices.ts';
import { button, form, hidden } from './form.ts';
import { languageNamed, writeDay, writeNumber } from './language.ts';
import { maskAddress } from './mask.ts';
import { languages, type Texts, textsIn } from './texts.ts';
import { say, type Voice } from './visit.ts';

interface Section {
  readonly id: string;
  readonly title: keyof Texts;
}

/** `content` is HTML. */
const section = (voice: Voice, { id, title }: Section, content: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${say(voice, title)}</h2>\n${content}</section>`;

const paragraph = (text: string) => `<p>${text}</p>\n`;

export function topicsSection(voice: Voice, { topics }: Preferences): string {
  if (topics.length === 0) return '';
  const fields = topics.map((one) => topicField(voice, one)).join('\n');
  const legend = `<legend><h2>${say(voice, 'topicsTitle')}</h2></legend>`;
  const save = button(say(voice, 'topicsSave'));
  return `<section>${form(voice, 'topics', `<fieldset>${legend}\n${fields}</fieldset>\n${save}`)}</section>`;
}

function topicField({ language }: Voice, { topic, isOn }: TopicPreference): string {
  const description = topicDescription(topic, language);
  const below = description === undefined ? '' : `<small>${escapeHtml(description)}</small>`;
  return `${hidden('shown', topic.id)}${isOn ? hidden('was', topic.id) : ''}
<label class="pick"><input type="checkbox" name="topic" value="${topic.id}"${isOn ? ' checked' : ''}>
<span dir="auto">${escapeHtml(topicName(topic, language))}${below}</span></label>`;
}

export function pauseSection(voice: Voice, { pausedUntil, zone }: Preferences): string {
  if (pausedUntil !== undefined) {
    const date = writeDay(pausedUntil, voice.language, zone);
    const end = form(voice, 'resume', button(say(voice, 'pauseEnd'), 'plain'));
    const paused = paragraph(say(voice, 'pausedText', { date }));
    return section(voice, { id: 'pause', title: 'pauseTitle' }, paused + end);
  }
  const choices = pauses.map((days) => {
    const label = say(voice, 'pauseFor', { days: writeNumber(days, voice.language) });
    return `<button type="submit" name="days" value="${days}" class="plain">${label}</button>`;
  });
  const row = form(voice, 'pause', `<div class="row">${choices.join('\n')}</div>`);
  return section(
    voice,
    { id: 'pause', title: 'pauseTitle' },
    paragraph(say(voice, 'pauseText')) + row,
  );
}

/** Nothing at all comes any more. */
export const isOff = ({ all, topics }: Preferences): boolean =>
  all === 'unsubscribed' && topics.every(({ isOn }) => !isOn);

export function allSection(voice: Voice, known: Preferences): string {
  const canJoin = known.all !== 'subscribed' || known.complained;
  const on = form(voice, 'on', button(say(voice, 'allOn'), 'plain'));
  const off = form(voice, 'off', button(say(voice, 'allOff'), 'plain'));
  const content = [
    ...(isOff(known) ? [] : [paragraph(say(voice, 'allOffText')) + off]),
    ...(canJoin ? [paragraph(say(voice, 'allOnText')) + on] : []),
  ];
  return section(voice, { id: 'all', title: 'allTitle' }, content.join('\n'));
}

export function trackingSection(voice: Voice, { tracked }: Preferences): string {
  const [text, deed, label] = tracked
    ? (['trackedText', 'untrack', 'trackingOff'] as const)
    : (['untrackedText', 'track', 'trackingOn'] as const);
  const change = form(voice, deed, button(say(voice, label), 'plain'));
  return section(
    voice,
    { id: 'tracking', title: 'trackingTitle' },
    paragraph(say(voice, text)) + change,
  );
}

export function languageSection(voice: Voice, { language: spoken }: Preferences): string {
  const chosen = (spoken === undefined ? undefined : languageNamed(spoken)) ?? 'en';
  const fields = languages.map((one) => {
    const checked = one === chosen ? ' checked' : '';
    return `<label class="pick"><input type="radio" name="language" value="${one}"${checked}><span lang="${one}">${textsIn[one].ownName}</span></label>`;
  });
  const legend = `<legend><h2>${say(voice, 'languageTitle')}</h2></legend>`;
  const text = paragraph(say(voice, 'languageText'));
  const save = button(say(voice, 'languageSave'), 'plain');
  const content = form(
    voice,
    'language',
    `<fieldset>${legend}\n${text}${fields.join('\n')}</fieldset>\n${save}`,
  );
  return `<section>${content}</section>`;
}

export interface Asking {
  /** Whether a campaign answers each of them with a mail. */
  readonly data: boolean;
  readonly erasure: boolean;
  /** Where to write to otherwise. */
  readonly owner: string | undefined;
}

/** What may be asked for by anybody who holds the link is only done after a mail to the person's own address. */
export function dataSection(voice: Voice, { email }: Preferences, asking: Asking): string {
  const canAsk = email !== undefined && (asking.data || asking.erasure);
  const title = { id: 'data', title: 'dataTitle' } as const;
  if (!canAsk) return section(voice, title, paragraph(whomToAsk(voice, asking)));
  const asks = [
    ...(asking.data ? [form(voice, 'data', button(say(voice, 'dataAsk'), 'plain'))] : []),
    ...(asking.erasure ? [form(voice, 'erasure', button(say(voice, 'eraseAsk'), 'plain'))] : []),
  ];
  const text = paragraph(say(voice, 'dataText', { address: maskAddress(email) }));
  return section(voice, title, `${text}<div class="row">${asks.join('\n')}</div>`);
}

function whomToAsk(voice: Voice, { owner }: Asking): string {
  return owner === undefined ? say(voice, 'dataOwnerAnswer') : say(voice, 'dataOwner', { owner });
}
