// Endpoints around what campaigns order: tasks and who finishes them, and the secrets that receivers verify webhooks with.
import type { ApiPorts, Endpoint } from './api-endpoints.ts';
import { Refused } from './errors.ts';
import type { SettingsStore } from './ports.ts';
import { finishTask } from './use-cases/finish-task.ts';
import { findContact } from './use-cases/read-timeline.ts';

const mostTasks = 500;

export const orderEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: /^\/api\/tasks$/, run: ({ tasks }) => tasks.listOpen(mostTasks) },
  {
    method: 'GET',
    path: /^\/api\/contacts\/([^/]+)\/tasks$/,
    run: async (ports, [wanted = '']) =>
      ports.tasks.ofContact(await contactId(ports, wanted), mostTasks),
  },
  {
    method: 'PUT',
    path: /^\/api\/contacts\/([^/]+)\/tasks\/([^/]+)$/,
    run: async (ports, [wanted = '', id = ''], body) =>
      finishTask(ports, { contact: await contactId(ports, wanted), id }, body()),
  },
  {
    method: 'GET',
    path: /^\/api\/webhook-secrets$/,
    run: ({ settings }) => secrets(settings),
  },
  {
    method: 'POST',
    path: /^\/api\/webhook-secrets$/,
    run: async ({ settings }) => {
      await settings.changeWebhookSecret();
      return secrets(settings);
    },
  },
];

async function contactId(ports: ApiPorts, wanted: string): Promise<string> {
  const found = await findContact(ports, wanted);
  if (!found) throw new Refused(404, 'There is no such contact');
  return found.id;
}

/** The newest first. Every call is signed with each of them. */
async function secrets(settings: SettingsStore) {
  const { webhookSecrets = [] } = await settings.get();
  return { secrets: webhookSecrets };
}
