// The workspace: who its mail is from, and what receivers verify its webhooks with.
import * as z from 'zod';
import { isBlank, line } from '../../workflows/model/text.ts';
import { workspaceRules } from '../../workflows/model/workspace.ts';
import { sendable } from '../channels/email/address.ts';
import type { SettingsStore } from '../ports.ts';
import { trackedByDefault } from '../use-cases/judge-hit.ts';
import { changeRules, readRules } from '../use-cases/workspace-rules.ts';
import { endpoint } from './endpoint.ts';

const webAddress = z.url({ protocol: /^https?$/, error: 'an address such as https://…' }).max(500);

/** Blanks are no name and no address, and neither is what has no width. */
const shown = (longest: number) =>
  line(longest).refine((text) => !isBlank(text), 'must not be blank');

const organization = z.strictObject({
  name: shown(200),
  address: shown(500),
  website: z.optional(webAddress),
  /** Where answers go, if not to the address that mail is from. */
  reply_to: z.optional(
    line(300).refine((address) => !('refused' in sendable(address)), 'an address that takes mail'),
  ),
  /** Mailboxes load it only by https. */
  logo_url: z.optional(
    z.url({ protocol: /^https$/, error: 'an address such as https://…' }).max(500),
  ),
  privacy_url: z.optional(webAddress),
});

/** Until somebody has said who it is, everything is empty. */
const organizationAnswer = organization.extend({ name: z.string(), address: z.string() });

/** Of marketing mail; a template may say otherwise of itself. */
const tracking = z.strictObject({ opens: z.boolean(), clicks: z.boolean() });

const webhookSecrets = z.object({ secrets: z.array(z.string()) });

/** The newest first. Every call is signed with each of them. */
async function secretsOf(settings: SettingsStore): Promise<unknown> {
  return { secrets: (await settings.read()).webhookSecrets ?? [] };
}

export const workspace = [
  endpoint({
    method: 'GET',
    path: '/api/workspace',
    role: 'viewer',
    summary: 'The rules that hold for every campaign unless it says otherwise',
    answer: workspaceRules,
    run: (ports) => readRules(ports),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/workspace',
    role: 'administrator',
    summary: 'Changes the rules of the workspace; what is left out has its default',
    body: workspaceRules,
    answer: workspaceRules,
    run: (ports, { body, actor }) => changeRules(ports, body, actor.name),
  }),
  endpoint({
    method: 'GET',
    path: '/api/organization',
    role: 'viewer',
    summary: 'The name and postal address that stand in every mail, and what templates show of it',
    answer: organizationAnswer,
    run: async ({ settings }) => (await settings.read()).organization,
  }),
  endpoint({
    method: 'PUT',
    path: '/api/organization',
    role: 'administrator',
    summary:
      'Sets the name and postal address that stand in every mail, and what templates show; what is left out is gone',
    body: organization,
    answer: organization,
    run: async ({ settings }, { body }) => {
      await settings.setOrganization(body);
      return body;
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/tracking',
    role: 'viewer',
    summary: 'Whether opens and clicks are recorded',
    answer: tracking,
    run: async ({ settings }) => (await settings.read()).tracking ?? trackedByDefault,
  }),
  endpoint({
    method: 'PUT',
    path: '/api/tracking',
    role: 'administrator',
    summary:
      'Says whether opens and clicks are recorded, within a minute; off, what older mails bring is not recorded either',
    body: tracking,
    answer: tracking,
    run: async ({ settings }, { body }) => {
      await settings.setTracking(body);
      return body;
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/webhook-secrets',
    role: 'administrator',
    summary: 'What receivers verify webhooks with (Standard Webhooks), the newest first',
    answer: webhookSecrets,
    run: ({ settings }) => secretsOf(settings),
  }),
  endpoint({
    method: 'POST',
    path: '/api/webhook-secrets',
    role: 'administrator',
    summary: 'Makes a new secret; the one before it still counts',
    answer: webhookSecrets,
    run: async ({ settings }) => {
      await settings.changeWebhookSecret();
      return secretsOf(settings);
    },
  }),
];
