// The endpoints of the API, listed once: routes, checks, roles and the description come from this list.
import { accounts } from './accounts.ts';
import { arrivals } from './arrivals.ts';
import { broadcasts } from './broadcasts.ts';
import { campaignStates } from './campaign-states.ts';
import { campaigns } from './campaigns.ts';
import { catalog } from './catalog.ts';
import { consents } from './consents.ts';
import { contacts } from './contacts.ts';
import { deliverability } from './deliverability.ts';
import { domain } from './domain.ts';
import { drafts } from './drafts.ts';
import type { Endpoint } from './endpoint.ts';
import { erasures } from './erasures.ts';
import { exports } from './exports.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { lists } from './lists.ts';
import { merge } from './merge.ts';
import { messages } from './messages.ts';
import { notes } from './notes.ts';
import { operations } from './operations.ts';
import { overview } from './overview.ts';
import { quarantine } from './quarantine.ts';
import { results } from './results.ts';
import { schema } from './schema.ts';
import { segments } from './segments.ts';
import { session } from './session.ts';
import { sources } from './sources.ts';
import { stepKinds } from './step-kinds.ts';
import { suppressions } from './suppressions.ts';
import { tasks } from './tasks.ts';
import { templatePreviews } from './template-previews.ts';
import { library } from './templates.ts';
import { tokens } from './tokens.ts';
import { users } from './users.ts';
import { webhookEndpoints } from './webhook-endpoints.ts';
import { whoami } from './whoami.ts';
import { why } from './why.ts';
import { workspace } from './workspace.ts';

export const endpoints: readonly Endpoint[] = [
  ...campaigns,
  ...campaignStates,
  ...drafts,
  ...stepKinds,
  ...broadcasts,
  ...results,
  ...deliverability,
  ...library,
  ...templatePreviews,
  ...segments,
  ...lists,
  ...catalog,
  ...contacts,
  ...consents,
  ...suppressions,
  ...accounts,
  ...messages,
  ...notes,
  ...merge,
  ...erasures,
  ...exports,
  ...why,
  ...tasks,
  ...jobs,
  ...imports,
  ...operations,
  ...overview,
  ...schema,
  ...sources,
  ...arrivals,
  ...quarantine,
  ...workspace,
  ...domain,
  ...webhookEndpoints,
  ...session,
  ...tokens,
  ...users,
  ...whoami,
];
