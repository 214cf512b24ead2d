// The endpoints of the API, listed once: routes, checks, roles and the description come from this list.
import { campaigns } from './campaigns.ts';
import { catalog } from './catalog.ts';
import { contacts } from './contacts.ts';
import type { Endpoint } from './endpoint.ts';
import { jobs } from './jobs.ts';
import { operations } from './operations.ts';
import { tasks } from './tasks.ts';
import { tokens } from './tokens.ts';
import { why } from './why.ts';
import { workspace } from './workspace.ts';

export const endpoints: readonly Endpoint[] = [
  ...campaigns,
  ...catalog,
  ...contacts,
  ...why,
  ...tasks,
  ...jobs,
  ...operations,
  ...workspace,
  ...tokens,
];
