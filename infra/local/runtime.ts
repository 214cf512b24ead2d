// The whole product on one machine, from the template that AWS deploys: the machine behind a door on
// loopback, its keys, its own pages, and the sample programs at the first start.
import { synthesize } from '../assembly.ts';
import { furnishSample, publishPrograms } from '../programs.ts';
import { type Access, openAccess, readAccess } from './access.ts';
import type { Clock } from './clock.ts';
import { type Door, openDoor } from './door.ts';
import type { FastForward } from './fast-forward.ts';
import { firstLead } from './first-steps.ts';
import type { CountingHost, FunctionStats } from './function-host.ts';
import { createHttpApi } from './http-api.ts';
import { createLocalPages } from './local-pages.ts';
import { lockFolder } from './lock.ts';
import { type Consumer, type Machine, type MachineParts, startMachine } from './machine.ts';
import { machinePages } from './machine-pages.ts';
import type { Meter } from './meter.ts';
import type { Outbox } from './outbox.ts';
import { createOutboxPages, type Pages } from './outbox-pages.ts';
import type { Queues } from './queue.ts';
import { createSessionPage } from './session-page.ts';
import { loadAssembly, type Resource } from './template.ts';

interface RuntimeOptions extends Pick<MachineParts, 'dataDir' | 'sendLimits' | 'relay'> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Without the sample programs. */
  readonly empty?: boolean;
  /** The folder of an assembly; made from the code if missing. */
  readonly assembly?: string;
  /** Where the world reaches this machine, without a slash at the end; its own address if missing. */
  readonly publicUrl?: string | undefined;
}

export interface Runtime extends Access {
  /** Where everything is, without a slash at the end. */
  readonly url: string;
  readonly clock: Clock;
  readonly forward: FastForward;
  readonly host: CountingHost;
  /** By the logical id of the function. */
  stats(): Record<string, FunctionStats>;
  readonly queues: Queues;
  readonly outbox: Outbox;
  readonly meter: Meter;
  consumer(functionId: string): Consumer;
  close(): Promise<void>;
}

const region = 'us-east-1';
const account = '000000000000';

export async function startRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const assembly = options.assembly ?? (await synthesize());
  const opened: { close(): Promise<void> }[] = [];
  const unlock = options.dataDir === undefined ? () => {} : lockFolder(options.dataDir);
  const close = async () => {
    for (const each of opened) await each.close();
    unlock();
  };
  try {
    const door = await openDoor(options.port ?? 0);
    opened.push(door);
    const place = { region, account, publicUrl: options.publicUrl ?? door.url };
    const resources = loadAssembly(assembly, place);
    const { dataDir, sendLimits, relay } = options;
    const machine = await startMachine({ resources, place, assembly, dataDir, sendLimits, relay });
    opened.push(machine);
    return { ...(await open(door, { machine, resources, options })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Furnishing {
  readonly machine: Machine;
  readonly resources: readonly Resource[];
  readonly options: RuntimeOptions;
}

/** Opens the door to the API first, for the programs are published through it. */
async function open(door: Door, { machine, resources, options }: Furnishing) {
  const { host, clock, forward, queues, stats, aws, consumer } = machine;
  const { url } = door;
  door.open({ api: createHttpApi(resources, host.invoke, clock.now) });
  const access = await openAccess(options.dataDir, () => prepare(machine, url, options));
  const example = () => firstLead(url, access);
  const mails = createOutboxPages(aws.outbox, { now: clock.now, example });
  const session = createSessionPage(url, access.adminToken);
  const others: Pages = (...asked) => session(...asked) ?? mails(...asked);
  door.open({ pages: createLocalPages(machinePages(machine, resources, access), others) });
  const { outbox, meter } = aws;
  return { ...access, url, clock, forward, host, stats, queues, outbox, meter, consumer };
}

/** What an owner does once after deploying. */
async function prepare(machine: Machine, url: string, { empty }: RuntimeOptions): Promise<Access> {
  const setup = machine.functions.find(({ id }) => id.startsWith('SetupFunction'));
  if (!setup) throw new Error('The template has no setup function');
  const access = readAccess(await machine.host.invoke(setup.id, {}));
  if (empty) return access;
  await furnishSample(url, access.adminToken);
  await publishPrograms(url, access.adminToken);
  return access;
}
