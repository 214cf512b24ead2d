// What a provider is handed once a webhook is verified, and what it makes of it: every event of it is one by the schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { HookRequest, Provider, Reading } from '../../functions/sources/hook/provider.ts';
import { event } from '../../workflows/model/event.ts';
import { recordings } from './fixtures.ts';

export interface Posted {
  readonly headers?: Readonly<Record<string, string>>;
  readonly settings?: HookRequest['settings'];
  readonly receivedAt?: number;
}

const noon = Date.UTC(2026, 10, 22, 12);

/** A request to a source named "shop". Settings that are left out have their defaults. */
export const hookRequest = (
  { settings: schema }: Provider,
  body: string | object,
  { headers = {}, settings = {}, receivedAt = noon }: Posted = {},
): HookRequest => ({
  method: 'POST',
  path: '/hooks/shop',
  name: 'shop',
  headers,
  query: {},
  settings: schema ? schema.parse(settings) : {},
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  receivedAt,
});

export function readHook(provider: Provider, body: string | object, posted?: Posted): Reading {
  const reading = provider.read(hookRequest(provider, body, posted));
  for (const one of reading.events) expect(event.safeParse(one).error).toBeUndefined();
  return reading;
}

interface RecordedHook {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const recordedHook = (name: string): RecordedHook =>
  JSON.parse(readFileSync(join(recordings, 'webhooks', `${name}.json`), 'utf8'));
