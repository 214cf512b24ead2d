// One request to the API: who asks, what for, whether they may, whether it is well-formed; then the endpoint answers,
// and what it changed is in the audit.
import * as z from 'zod';
import { type AuditRow, may } from '../access-ports.ts';
import { Clash, Refused } from '../errors.ts';
import { accept } from '../use-cases/accept.ts';
import { authenticate } from './authenticate.ts';
import { SessionAnswer } from './cookie.ts';
import { description } from './description.ts';
import { type Actor, type AnyAsked, anyone, type Endpoint } from './endpoint.ts';
import { FileAnswer } from './file-answer.ts';
import { endpoints } from './index.ts';
import { refuseDeep } from './nesting.ts';
import type { ApiPorts } from './ports.ts';
import { etagOf } from './revision.ts';
import { createRoute, type Routed } from './route.ts';
import { refuseUnsafe } from './unsafe.ts';

export interface ApiRequest {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** Not decoded, without its question mark. */
  readonly query: string;
  /** Their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The text of the body. */
  body(): string;
}

interface ApiAnswer {
  readonly status: number;
  /** Absent when there is nothing to tell. */
  readonly body?: unknown;
  readonly etag?: string;
  /** In place of a body. */
  readonly file?: FileAnswer;
  /** That a session was opened, or ended by having no secret. */
  readonly session?: Pick<SessionAnswer, 'secret'>;
}

const route = createRoute([...endpoints, description(endpoints)]);

/** Throws Refused with what the caller may read. */
export async function answer(ports: ApiPorts, request: ApiRequest): Promise<ApiAnswer> {
  const { method, path } = request;
  const routed = route(method, path);
  const actor = (await authenticate(ports, request)) ?? anyone;
  if (actor === anyone && routed?.endpoint.role !== 'anyone') throw new Refused(401, howToAsk);
  if (!routed) throw new Refused(404, `There is no ${method} ${path}`);
  refuseOthers(routed.endpoint, actor);
  const asked = askedOf(routed, request, actor);
  return told(await audited(ports, routed, asked), routed.endpoint);
}

const howToAsk = 'The API needs a token: Authorization: Bearer pat_…';

function told(done: unknown, { status = 200 }: Endpoint): ApiAnswer {
  if (done instanceof FileAnswer) return { status, file: done };
  const session = done instanceof SessionAnswer ? done : undefined;
  const body = session ? session.body : done;
  const etag = etagOf(body);
  return {
    ...(body === undefined ? { status: 204 } : { status, body }),
    ...(etag && { etag }),
    ...(session && { session }),
  };
}

function refuseOthers({ role }: Endpoint, actor: Actor): void {
  if (role === 'anyone' || may(actor.role, role)) return;
  const who = actor.session ? `"${actor.name}"` : `the token "${actor.name}"`;
  const message = `This is for the role ${role}; ${who} has the role ${actor.role}`;
  throw new Refused(403, message);
}

const nothing = z.strictObject({});

function askedOf({ endpoint, path }: Routed, request: ApiRequest, actor: Actor): AnyAsked {
  const query = Object.fromEntries(new URLSearchParams(request.query));
  const sent = endpoint.body && parsed(request.body());
  return {
    path,
    query: accept(endpoint.query ?? nothing, query, 'The query'),
    headers: endpoint.headers && accept(endpoint.headers, request.headers, 'The headers'),
    body: endpoint.body && accept(endpoint.body, sent, 'The body'),
    sent,
    actor,
  };
}

function parsed(text: string): unknown {
  const body = parseJson(text);
  refuseDeep(body);
  refuseUnsafe(body);
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused(400, 'The body is not JSON', { cause });
  }
}

/** Of what is only looked at, where somebody takes data of people away: once, and not with every portion. */
function isAudited({ method, audited }: Endpoint, { query }: AnyAsked): boolean {
  if (method !== 'GET') return audited !== false;
  const { next } = (query ?? {}) as { readonly next?: unknown };
  return audited === true && next === undefined;
}

/** Written down before it is done, so that no change is without its row. */
async function audited(ports: ApiPorts, { endpoint }: Routed, asked: AnyAsked): Promise<unknown> {
  const run = () => endpoint.run(ports, asked);
  if (!isAudited(endpoint, asked)) return run();
  const { audit } = ports;
  const row = await rowOf(ports, endpoint, asked);
  await audit.put(row);
  try {
    const done = await run();
    await audit.put({ ...row, status: endpoint.status ?? 200 });
    return done;
  } catch (error) {
    await audit.put({ ...row, status: statusOf(error) });
    throw error;
  }
}

async function rowOf(
  { now, erasedKeys }: ApiPorts,
  endpoint: Endpoint,
  { actor, path, body }: AnyAsked,
): Promise<AuditRow> {
  const at = now();
  const isNamed = Object.values(path).some((value) => personal.test(value));
  const hash = isNamed ? await erasedKeys.hasher() : undefined;
  const unnamed = Object.entries(path).map(([name, value]) => [
    name,
    hash ? value.replace(personal, (_, kind) => `${kind}:#${hash(value)}`) : value,
  ]);
  return {
    ...{ id: crypto.randomUUID(), at, who: actor.name, role: actor.role },
    what: `${endpoint.method} ${endpoint.path}`,
    path: { ...Object.fromEntries(unnamed), ...nameIn(body, endpoint) },
  };
}

function nameIn(body: unknown, { named = '' }: Endpoint): Readonly<Record<string, string>> {
  const { [named]: name } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return typeof name === 'string' ? { [named]: name } : {};
}

/** The audit outlives the people that are erased: of their keys it holds the salted hash that an erasure leaves. */
const personal = /^(\w+):.*$/s;

function statusOf(error: unknown): number {
  if (error instanceof Refused) return error.status;
  return error instanceof Clash ? 409 : 500;
}
