// The page on which people choose what they get: without login, by a link that only their mails have. Mails are forwarded,
// so it shows nothing of them but their choices and a masked address; data and erasure are asked for by another mail.
import { Missing } from '../../workflows/engine/missing.ts';
import { dataRequested, erasureRequested } from '../../workflows/model/own-events.ts';
import { type PreferencesLink, readLink } from '../channels/email/link-token.ts';
import type { HttpResponse } from '../lambda.ts';
import type { Settings } from '../ports.ts';
import { changePreferences, type Preferences, readPreferences } from '../use-cases/preferences.ts';
import { choiceIn } from './choices.ts';
import { deedIn } from './form.ts';
import { languageNamed, writeDay } from './language.ts';
import { maskAddress } from './mask.ts';
import type { PagePorts } from './ports.ts';
import {
  type Asking,
  allSection,
  dataSection,
  isOff,
  languageSection,
  pauseSection,
  topicsSection,
  trackingSection,
} from './preference-sections.ts';
import { type Texts, textsIn, textsVersion } from './texts.ts';
import {
  answer,
  say,
  tell,
  type Visit,
  type Voice,
  voiceFor,
  voiceIn,
  wrongLink,
} from './visit.ts';

export const showPreferences =
  (ports: PagePorts) =>
  async (visit: Visit): Promise<HttpResponse> => {
    const link = readLink('preferences', visit.token, visit.settings.signingKeys);
    const known = link && (await readPreferences(ports, link.contact));
    if (!known) return wrongLink(visit);
    const voice = voiceFor(visit, known.language);
    const asking = await askingOf(ports, visit.settings);
    if (!visit.isPost) return show(voice, known, asking);
    const visited = { visit, link, known, voice, asking };
    const news = await carryOut(ports, visited);
    // An erasure may have come in between.
    const after = await readPreferences(ports, link.contact);
    return after ? show(news.voice, after, asking, news.said) : wrongLink(visit);
  };

interface Visited {
  readonly visit: Visit;
  readonly link: PreferencesLink;
  readonly known: Preferences;
  readonly voice: Voice;
  readonly asking: Asking;
}

interface News {
  readonly voice: Voice;
  /** HTML: what was done just now. */
  readonly said?: string;
}

async function carryOut(ports: PagePorts, visited: Visited): Promise<News> {
  const { visit, voice, known, link } = visited;
  const { deed, id } = deedIn(visit);
  if (deed === 'data' || deed === 'erasure') return ask(ports, visited, deed);
  if (deed === 'language') return speak(ports, visited);
  const choice = choiceIn(voice, known, { deed, form: visit.form, now: ports.now() });
  if (!choice) return { voice };
  const { message, contact } = link;
  const shown = { page: '/p', version: textsVersion, language: voice.language, ...visit.from };
  const chosen = { id: `${message}/${id}`, message, wording: choice.wording, ...shown };
  await changePreferences(ports, contact, choice.changes, chosen);
  return { voice, said: say(voice, 'saved') };
}

/** From now on mail is in that language, and so is this page. */
async function speak(ports: PagePorts, { visit, link, known, voice }: Visited): Promise<News> {
  const language = languageNamed(visit.form.get('language') ?? '');
  if (language === undefined) return { voice };
  const next = voiceIn(language, visit.settings);
  const { id } = deedIn(visit);
  const { message, contact } = link;
  const named = textsIn[language].ownName;
  const wording = `${tell(voice, 'languageText')} [${tell(voice, 'languageSave')}: ${named}]`;
  const shown = { page: '/p', version: textsVersion, language: voice.language, ...visit.from };
  const chosen = { id: `${message}/${id}`, message, wording, ...shown };
  // Who reads "fa-IR" and chooses Persian keeps their country.
  if (languageNamed(known.language ?? '') !== language)
    await changePreferences(ports, contact, { language }, chosen);
  return { voice: next, said: say(next, 'saved') };
}

const eventOf = { data: dataRequested, erasure: erasureRequested } as const;
type Asked = keyof typeof eventOf;

/** By an event of ours, which a campaign answers with a mail to the person's own address. */
async function ask(
  ports: PagePorts,
  { visit, link, known: { email }, voice, asking }: Visited,
  asked: Asked,
): Promise<News> {
  if (!asking[asked] || email === undefined) return { voice };
  const { contact, message } = link;
  const event = { event: eventOf[asked], properties: { request: asked }, contact, hops: 0 };
  const id = `evt_${ports.hash(`${message}/${deedIn(visit).id}/${asked}`)}`;
  await ports.carryOut([{ kind: 'emit', id, at: ports.now(), ...event }]);
  return { voice, said: say(voice, 'mailedText', { address: maskAddress(email) }) };
}

async function askingOf(ports: PagePorts, { organization }: Settings): Promise<Asking> {
  const book = await ports.books.open();
  const isAnswered = async (asked: Asked): Promise<boolean> => {
    const live = () =>
      book.playbook.campaignsAt(`event:${eventOf[asked]}`).some(({ state }) => state === 'live');
    try {
      return live();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      await ports.books.fetch(error.wanted);
      return live();
    }
  };
  const [data, erasure] = [await isAnswered('data'), await isAnswered('erasure')];
  return { data, erasure, owner: organization.reply_to };
}

function show(voice: Voice, known: Preferences, asking: Asking, said?: string): HttpResponse {
  const { email } = known;
  const to =
    email === undefined
      ? ''
      : `<p>${say(voice, 'choiceText', { address: maskAddress(email) })}</p>`;
  const body = [
    to,
    `<p class="state" role="status">${[...(said ? [said] : []), stateOf(voice, known)].join(' ')}</p>`,
    topicsSection(voice, known),
    pauseSection(voice, known),
    allSection(voice, known),
    trackingSection(voice, known),
    languageSection(voice, known),
    dataSection(voice, known, asking),
  ];
  return answer(voice, { title: 'choiceTitle', body: body.join('\n'), isWide: true });
}

/** What holds now, in one sentence. HTML. */
function stateOf(voice: Voice, known: Preferences): string {
  const { pausedUntil, complained, zone } = known;
  if (complained) return say(voice, 'stateSuppressed');
  if (pausedUntil === undefined || isOff(known)) return say(voice, wishIn(known));
  return say(voice, 'statePaused', { date: writeDay(pausedUntil, voice.language, zone) });
}

function wishIn({ all, isPending, topics }: Preferences): keyof Texts {
  const hasTopics = topics.some(({ isOn }) => isOn);
  if (all === 'unsubscribed') return hasTopics ? 'stateSome' : 'stateOff';
  if (isPending) return 'statePending';
  if (hasTopics) return 'stateTopics';
  return all === 'subscribed' ? 'stateOn' : 'stateUnsaid';
}
