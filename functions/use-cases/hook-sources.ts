// The owner's sources of webhooks: connected, set, given secrets, and taken away again. A secret that is already in use
// is never shown; one that we made is shown the once.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import type { Now } from '../ports.ts';
import type { HookSecret, HookSource, HookSources } from '../source-ports.ts';
import type { Provider } from '../sources/hook/provider.ts';
import { providers } from '../sources/hook/providers.ts';
import { makeSecret, withSecret } from '../sources/hook/secrets.ts';
import { accept } from './accept.ts';

interface HookPorts {
  readonly hooks: HookSources;
  readonly now: Now;
}

export const hookInput = z.strictObject({
  kind: z.string().max(100),
  settings: z.record(z.string(), z.json()).default({}),
});

export const secretInput = z.strictObject({ secret: z.optional(z.string().min(1).max(500)) });

/** It is part of an address that people paste. */
const sourceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and -, at most 64');

/** Connects a source, or changes its settings. Its kind stays: what it sent so far was read as that. */
export async function putHook(
  { hooks, now }: HookPorts,
  name: string,
  input: unknown,
  by: string,
): Promise<HookSource> {
  accept(z.object({ name: sourceName }), { name }, 'The source');
  const { kind, settings: given } = accept(hookInput, input, 'The source');
  const allowed = z.object({ settings: settingsOf(providerOf(kind)) });
  const { settings } = accept(allowed, { settings: given }, 'The source');
  return hooks.change(name, (known) => {
    if (known && known.kind !== kind)
      throw new Refused(409, `${name} is of the kind ${known.kind}; delete it first`, {
        at: 'kind',
      });
    return { ...(known ?? { name, kind, secrets: [], at: now(), by }), settings };
  });
}

/** Throws Refused(404). */
export async function deleteHook({ hooks }: HookPorts, name: string): Promise<void> {
  await hooks.change(name, (known) => void existing(known, name));
}

export const getHook = async ({ hooks }: HookPorts, name: string): Promise<HookSource> =>
  existing(await hooks.get(name), name);

interface AddedSecret {
  readonly id: string;
  /** Only of one that we made. */
  readonly secret?: string;
}

/** Adds a secret beside those that are there; makes one when none is given and the sender can be told ours. */
export async function addSecret(
  { hooks, now }: HookPorts,
  name: string,
  given: string | undefined,
): Promise<AddedSecret> {
  const id = `sec_${crypto.randomUUID().slice(0, 8)}`;
  const { kind } = existing(await hooks.get(name), name);
  const { scheme, setup } = providerOf(kind);
  if (given === undefined && setup.secretFrom === 'them')
    throw new Refused(422, `${setup.title} makes the secret: paste the one it shows`, {
      at: 'secret',
    });
  const secret = given?.trim() ?? makeSecret(scheme);
  const added: HookSecret = { id, secret, addedAt: now() };
  await hooks.change(name, (known) => {
    const source = existing(known, name);
    return { ...source, secrets: withSecret(source.secrets, added, scheme) };
  });
  return { id, ...(given === undefined && { secret }) };
}

interface Retiring {
  readonly name: string;
  readonly id: string;
  /** At once, when nothing is said. */
  readonly at?: number | undefined;
}

/** From that moment the secret verifies nothing. Throws Refused(404) when there is no such secret. */
export async function retireSecret(
  { hooks, now }: HookPorts,
  { name, id, at = 0 }: Retiring,
): Promise<void> {
  await hooks.change(name, (known) => {
    const source = existing(known, name);
    if (!source.secrets.some((one) => one.id === id))
      throw new Refused(404, `${name} has no secret ${id}`);
    const secrets = source.secrets.flatMap((one) => {
      if (one.id !== id) return [one];
      return at > now() ? [{ ...one, retiresAt: at }] : [];
    });
    return { ...source, secrets };
  });
}

function existing(known: HookSource | undefined, name: string): HookSource {
  if (known) return known;
  throw new Refused(404, `There is no source ${name}`);
}

function providerOf(kind: string): Provider {
  const found = providers.find((one) => one.kind === kind);
  if (found) return found;
  const kinds = providers.map((one) => one.kind).join(', ');
  throw new Refused(422, `There is no kind ${kind}, only ${kinds}`, { at: 'kind' });
}

/** What an owner may set of a kind. */
export const settingsOf = ({ settings }: Provider): z.ZodType<HookSource['settings']> =>
  settings ?? z.strictObject({});
