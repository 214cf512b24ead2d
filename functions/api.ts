// The API: campaigns are published, and contacts explained. JSON over HTTP, for holders of a token.
import { createAccess } from './adapters/access.ts';
import { createContacts } from './adapters/contacts.ts';
import { createDoubts } from './adapters/doubts.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createIdentities } from './adapters/identities.ts';
import { createInbox } from './adapters/inbox.ts';
import { createLedger } from './adapters/ledger.ts';
import { createPublications } from './adapters/publications.ts';
import { createQuarantineReader } from './adapters/quarantine.ts';
import { createSettings } from './adapters/settings.ts';
import { createSqs } from './adapters/sqs.ts';
import { createTasks } from './adapters/tasks.ts';
import { createTimeline } from './adapters/timeline.ts';
import { type ApiPorts, endpoints } from './api-endpoints.ts';
import { type ApiEnvironment, apiEnvironment } from './environment.ts';
import { Refused } from './errors.ts';
import { type AwsConfig, type HttpRequest, httpHandler, json, lambda } from './lambda.ts';
import { now } from './now.ts';

export const create = (env: ApiEnvironment, aws: AwsConfig) => {
  const ports = apiPorts(env, aws);
  return httpHandler(async (request) => {
    await refuseStrangers(ports, request);
    const { method, path } = request.requestContext.http;
    for (const endpoint of endpoints) {
      const found = endpoint.method === method ? endpoint.path.exec(path) : null;
      if (found) return json(200, await endpoint.run(ports, decode(found), () => bodyOf(request)));
    }
    throw new Refused(404, `There is no ${method} ${path}`);
  });
};

function apiPorts(env: ApiEnvironment, aws: AwsConfig): ApiPorts {
  const dynamo = createDynamo(aws);
  return {
    access: createAccess(dynamo, env.CORE_TABLE),
    contacts: createContacts(dynamo, env.CORE_TABLE),
    identities: createIdentities(dynamo, env.CORE_TABLE),
    publications: createPublications(dynamo, env.CORE_TABLE),
    settings: createSettings(dynamo, env.CORE_TABLE, now),
    timeline: createTimeline(dynamo, env.ACTIVITY_TABLE),
    ledger: createLedger(dynamo, env.WORK_TABLE, now),
    doubts: createDoubts(dynamo, env.WORK_TABLE),
    quarantine: createQuarantineReader(dynamo, env.WORK_TABLE),
    tasks: createTasks(dynamo, env.CORE_TABLE),
    inbox: createInbox(createSqs(aws), env.INBOX_QUEUE_URL),
    now,
  };
}

async function refuseStrangers({ access }: ApiPorts, { headers }: HttpRequest): Promise<void> {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined || !(await access.knows('token', token)))
    throw new Refused(401, 'The API needs a token: Authorization: Bearer pat_…');
}

function decode(found: RegExpExecArray): string[] {
  try {
    return found.slice(1).map((part) => decodeURIComponent(part));
  } catch (cause) {
    throw new Refused(400, 'The path is not URL-encoded', { cause });
  }
}

function bodyOf({ body = '', isBase64Encoded }: HttpRequest): unknown {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused(400, 'The body is not JSON', { cause });
  }
}

export const handler = lambda(apiEnvironment, create);
