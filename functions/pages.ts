// The pages behind the links of a mail: where people leave, choose, confirm, and get or erase their data. No login, no
// script, no cookie. Nothing but a POST changes anything.
import { createLedger } from './adapters/ledger.ts';
import { createSchedules } from './adapters/schedules.ts';
import { createSettings } from './adapters/settings.ts';
import { createTasks } from './adapters/tasks.ts';
import { contactPorts } from './contact-ports.ts';
import { type ContactEnvironment, pagesEnvironment } from './environment.ts';
import { type AwsConfig, type HttpResponse, httpHandler, lambda } from './lambda.ts';
import { log } from './log.ts';
import { now } from './now.ts';
import { showConfirm } from './pages/confirm.ts';
import type { PagePorts } from './pages/ports.ts';
import { showPreferences } from './pages/preferences.ts';
import { isOneClick, showUnsubscribe } from './pages/unsubscribe.ts';
import { answer, say, type Visit, visitOf, voiceFor, wrongLink } from './pages/visit.ts';
import type { SettingsStore } from './ports.ts';

const methods = ['GET', 'HEAD', 'POST'];

export const create = (env: ContactEnvironment, aws: AwsConfig) => {
  const contact = contactPorts(env, aws);
  const { dynamo } = contact;
  const settings = createSettings(dynamo, env.CORE_TABLE, now);
  const ports = {
    ...contact,
    ledger: createLedger(dynamo, env.WORK_TABLE, now),
    tasks: createTasks(dynamo, env.CORE_TABLE),
    schedules: createSchedules(dynamo, env.WORK_TABLE),
  };
  return serve(ports, settings);
};

/** `settings` tells whose pages they are, and the keys that sign links. */
export function serve(ports: PagePorts, settings: Pick<SettingsStore, 'get'>) {
  const rooms: Readonly<Record<string, (visit: Visit) => Promise<HttpResponse>>> = {
    u: showUnsubscribe(ports),
    p: showPreferences(ports),
    confirm: showConfirm(ports),
  };
  return httpHandler(async (request) => {
    if (!methods.includes(request.requestContext.http.method))
      return { statusCode: 405, headers: { allow: methods.join(', ') }, body: '' };
    const visit = visitOf(request, await settings.get());
    const [, room = ''] = request.rawPath.split('/');
    try {
      return await (rooms[room] ?? wrongPlace)(visit);
    } catch (error) {
      // A mailbox provider must be told that it did not work, and tries again; so may a person.
      log.error('a page failed', { room, error });
      return inTrouble(visit);
    }
  });
}

const wrongPlace = async (visit: Visit): Promise<HttpResponse> => wrongLink(visit);

function inTrouble(visit: Visit): HttpResponse {
  if (isOneClick(visit.body)) return { statusCode: 503, body: '' };
  const voice = voiceFor(visit);
  const body = `<p>${say(voice, 'troubleText')}</p>`;
  return answer(voice, { status: 503, title: 'troubleTitle', body });
}

export const handler = lambda(pagesEnvironment, create);
