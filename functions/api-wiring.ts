// Wires what the endpoints of the API ask of the world.

import { createAccess } from './adapters/access.ts';
import { createAudit } from './adapters/audit.ts';
import { createBookKeeping } from './adapters/book-keeping.ts';
import { createContactScan } from './adapters/contact-scan.ts';
import { createDoubts } from './adapters/doubts.ts';
import { createDrafts } from './adapters/drafts.ts';
import { createHookSources } from './adapters/hook-sources.ts';
import { createImports } from './adapters/imports.ts';
import { createInbox } from './adapters/inbox.ts';
import { createLatestArrivals } from './adapters/latest-arrivals.ts';
import { createLedger } from './adapters/ledger.ts';
import { createLibrary } from './adapters/library.ts';
import { createPublications } from './adapters/publications.ts';
import { createQuarantineReader } from './adapters/quarantine.ts';
import { createResolver } from './adapters/resolver.ts';
import { createSegmentPublications } from './adapters/segment-publications.ts';
import { createSessions } from './adapters/sessions.ts';
import { createSettings } from './adapters/settings.ts';
import { createSqs } from './adapters/sqs.ts';
import { createTasks } from './adapters/tasks.ts';
import { createTemplates } from './adapters/templates.ts';
import { createUsers } from './adapters/users.ts';
import type { ApiPorts } from './api/ports.ts';
import { createCheckLink } from './channels/email/check-link.ts';
import type { SendRaw } from './channels/email/ses.ts';
import { createAskSes } from './channels/email/ses-identity.ts';
import { createPost } from './channels/webhook/post.ts';
import { contactPorts } from './contact-ports.ts';
import { relayModel } from './domain/check-relay.ts';
import type { ApiEnvironment } from './environment.ts';
import { erasePorts } from './erasure-wiring.ts';
import { jobsPorts } from './job-wiring.ts';
import type { AwsConfig } from './lambda.ts';
import { now } from './now.ts';
import { signInPorts } from './sign-in-wiring.ts';

export function apiPorts(env: ApiEnvironment, aws: AwsConfig): ApiPorts {
  const contact = contactPorts(env, aws);
  const { dynamo } = contact;
  const book = createBookKeeping(dynamo, env.CORE_TABLE);
  return {
    ...contact,
    ...jobsPorts(dynamo, env, aws),
    ...erasePorts(dynamo, env),
    ...signInPorts(env, aws),
    access: createAccess(dynamo, env.CORE_TABLE),
    sessions: createSessions(dynamo, env.WORK_TABLE, now),
    users: createUsers(dynamo, env.CORE_TABLE),
    audit: createAudit(dynamo, env.CORE_TABLE),
    book,
    imports: createImports(dynamo, env.WORK_TABLE, now),
    scan: createContactScan(dynamo, env.CORE_TABLE),
    drafts: createDrafts(dynamo, env.CORE_TABLE),
    templates: createTemplates(dynamo, env.CORE_TABLE),
    library: createLibrary(dynamo, env.CORE_TABLE),
    checkLink: createCheckLink(),
    sendRaw: createSendRaw(env, aws),
    from: env.MAIL_FROM,
    publicUrl: env.PUBLIC_URL,
    identity: env.IDENTITY,
    askSes: createAskSes(aws, env.IDENTITY),
    ...(env.RELAY !== undefined && { relay: relayModel.parse(JSON.parse(env.RELAY)) }),
    resolver: createResolver(),
    publications: createPublications(dynamo, env.CORE_TABLE, book),
    segments: createSegmentPublications(dynamo, env.CORE_TABLE, book),
    settings: createSettings(dynamo, env.CORE_TABLE, now),
    ledger: createLedger(dynamo, env.WORK_TABLE, now),
    doubts: createDoubts(dynamo, env.WORK_TABLE),
    hooks: createHookSources(dynamo, env.CORE_TABLE),
    latestArrivals: createLatestArrivals(dynamo, env.WORK_TABLE, now),
    quarantine: createQuarantineReader(dynamo, env.WORK_TABLE),
    tasks: createTasks(dynamo, env.CORE_TABLE),
    post: createPost(),
    inbox: createInbox(createSqs(aws), env.INBOX_QUEUE_URL),
  };
}

/** SES is loaded with the first test mail: few people send one. */
function createSendRaw(env: ApiEnvironment, aws: AwsConfig): SendRaw {
  // Tests of marketing, too, must not touch how marketing fares.
  const sets = { transactional: env.TRANSACTIONAL_SET, marketing: env.TRANSACTIONAL_SET };
  const open = async () => (await import('./channels/email/ses.ts')).createSesSender(aws, sets);
  let sender: Promise<SendRaw> | undefined;
  return async (...sent) => {
    sender ??= open();
    return (await sender)(...sent);
  };
}
