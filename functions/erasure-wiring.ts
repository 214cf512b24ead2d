// Wires what it takes to erase a person, for the functions that do.
import type { createDynamo } from './adapters/dynamo.ts';
import { createErasedKeys } from './adapters/erased-keys.ts';
import { createErasures } from './adapters/erasures.ts';
import { createFinder } from './adapters/finder.ts';
import { createRemains } from './adapters/remains.ts';
import { createSettings } from './adapters/settings.ts';
import { createTasks } from './adapters/tasks.ts';
import type { ContactEnvironment } from './environment.ts';
import { now } from './now.ts';

type Tables = Pick<ContactEnvironment, 'CORE_TABLE' | 'ACTIVITY_TABLE' | 'WORK_TABLE'>;

export function erasePorts(dynamo: ReturnType<typeof createDynamo>, env: Tables) {
  const { CORE_TABLE: core, ACTIVITY_TABLE: activity, WORK_TABLE: work } = env;
  return {
    erasures: createErasures(dynamo, core),
    erasedKeys: createErasedKeys(dynamo, core, createSettings(dynamo, core, now)),
    remains: createRemains(dynamo, { core, activity, work }),
    finder: createFinder(dynamo, core),
    tasks: createTasks(dynamo, core),
  };
}
