// A crawl whose pages are small and may be interfered with, and a hand on the jobs themselves, with the rights of the
// functions that have them.
import { createContactScan } from '../../functions/adapters/contact-scan.ts';
import * as api from '../../functions/api.ts';
import { contactPorts } from '../../functions/contact-ports.ts';
import { crawlPorts, crawlWith } from '../../functions/crawl.ts';
import type { ApiEnvironment, CrawlEnvironment } from '../../functions/environment.ts';
import { jobsPorts } from '../../functions/job-wiring.ts';
import type { AwsConfig } from '../../functions/lambda.ts';
import {
  type JobReport,
  type JobRequest,
  type JobsPorts,
  readJob,
  startJob,
} from '../../functions/use-cases/jobs.ts';
import type { PreviewPorts } from '../../functions/use-cases/preview-audience.ts';
import type { Builder } from './builders.ts';
import { identify, openShop, tell } from './shop.ts';
import type { Workspace, WorkspaceOptions } from './workspace.ts';

type Ports = ReturnType<typeof crawlPorts>;

export type Adjust = (ports: Ports) => Partial<Ports>;

/** A shop with customers, whose crawl takes few of them at a time. */
export async function openCrawled(adjust?: Adjust, options: WorkspaceOptions = {}, customers = 20) {
  const replaced = { crawl: crawlingWith(adjust), api: steered, ...options.replaced };
  const shop = await openShop({ ...options, replaced });
  await tell(shop, ...Array.from({ length: customers }, (_, index) => identify(`user-${index}`)));
  return shop;
}

/** Interferes after the nth page with contacts was read, once. Where they lie in the table is chance. */
export const afterPage = (nth: number, interfere: () => Promise<unknown>): Adjust => {
  let pages = 0;
  return ({ scan }) => ({
    scan: {
      ...scan,
      page: async (place) => {
        const page = await scan.page(place);
        if (page.contacts.length === 0) return page;
        pages += 1;
        if (pages === nth) await interfere();
        return page;
      },
    },
  });
};

export const crawlingWith = (adjust: Adjust = () => ({})): Builder =>
  ((env: CrawlEnvironment, aws: AwsConfig) => {
    const ports = { ...crawlPorts(env, aws), pageItems: 4 };
    return crawlWith({ ...ports, ...adjust(ports) });
  }) as unknown as Builder;

interface Steer {
  readonly steer: (ports: JobsPorts & PreviewPorts) => Promise<unknown>;
}

const isSteer = (payload: unknown): payload is Steer =>
  typeof payload === 'object' && payload !== null && 'steer' in payload;

/** The API's function, which also does what it is handed. Jobs have two chunks. */
export const steered = ((env: ApiEnvironment, aws: AwsConfig) => {
  const contact = contactPorts(env, aws);
  const scan = createContactScan(contact.dynamo, env.CORE_TABLE);
  const ports = { ...contact, ...jobsPorts(contact.dynamo, env, aws), scan, chunks: 2 };
  const real = api.create(env, aws);
  return (payload: never, context: never) =>
    isSteer(payload) ? (payload as Steer).steer(ports) : real(payload, context);
}) as unknown as Builder;

export const steer = <T>(
  { world }: Workspace,
  what: (ports: JobsPorts & PreviewPorts) => Promise<T>,
): Promise<T> => world.invoke('api', { steer: what }) as Promise<T>;

export const everyone = { op: 'is_set', attribute: 'email' };

export const counting = (condition: object, at = 0): JobRequest => ({
  kind: 'count',
  about: { nothing: true },
  input: { condition } as JobRequest['input'],
  at,
});

/** Starts it, and answers its id. */
export const start = (workspace: Workspace, request: JobRequest): Promise<string> =>
  steer(workspace, async (ports) => (await startJob(ports, request)).id);

export const look = (workspace: Workspace, job: string): Promise<JobReport> =>
  steer(workspace, (ports) => readJob(ports, job));
