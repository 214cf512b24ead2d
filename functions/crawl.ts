// Crawl: the jobs queue. Passes over all contacts, or over the rows of an import, a chunk at a time; erasures, and what
// else is asked of the data of people.
import { createContactScan } from './adapters/contact-scan.ts';
import { createImports } from './adapters/imports.ts';
import { readJobWork } from './adapters/job-queue.ts';
import { createQuarantine } from './adapters/quarantine.ts';
import { contactPorts } from './contact-ports.ts';
import { type CrawlEnvironment, crawlEnvironment } from './environment.ts';
import { erasePorts } from './erasure-wiring.ts';
import { jobsPorts } from './job-wiring.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { eachRecord } from './records.ts';
import { carryOutRequest, type RequestPorts } from './use-cases/carry-out-requests.ts';
import { type CrawlPorts, crawl } from './use-cases/crawl.ts';
import { carryOnErasing } from './use-cases/erase.ts';
import { createImportPage } from './use-cases/import-page.ts';
import { openJob } from './use-cases/open-job.ts';

/** With what identifies them they fill a page that is decided within seconds, and written down once. */
const pageItems = 250;

export const create = (env: CrawlEnvironment, aws: AwsConfig) => crawlWith(crawlPorts(env, aws));

export const crawlWith = (ports: CrawlPorts & RequestPorts) =>
  queueHandler((records, context) => {
    const deadline = ports.now() + context.getRemainingTimeInMillis();
    return eachRecord(records, async ({ body }) => {
      const work = readJobWork(body);
      if ('erasure' in work) await carryOnErasing(ports, work.erasure, deadline);
      else if ('request' in work) await carryOutRequest(ports, work.request);
      else await crawl(ports, work, deadline);
      return true;
    });
  });

export function crawlPorts(env: CrawlEnvironment, aws: AwsConfig): CrawlPorts & RequestPorts {
  const contact = contactPorts(env, aws);
  const ports = { ...contact, ...jobsPorts(contact.dynamo, env, aws) };
  const erasing = erasePorts(contact.dynamo, env);
  const imports = createImports(contact.dynamo, env.WORK_TABLE, contact.now);
  return {
    ...ports,
    ...erasing,
    imports,
    quarantine: createQuarantine(contact.dynamo, env.WORK_TABLE),
    scan: createContactScan(contact.dynamo, env.CORE_TABLE),
    open: (job) => openJob(ports, job),
    importPage: createImportPage({
      ...contact,
      ...erasing,
      imports,
      pageRows: pageItems,
    }),
    pageItems,
  };
}

export const handler = lambda(crawlEnvironment, create);
