// What an endpoint of the API is: how it is reached, who may ask, what it takes and gives, and what answers.
import type * as z from 'zod';
import type { Instant } from '../../workflows/model/time.ts';
import type { Key, Role } from '../access-ports.ts';
import type { ApiPorts } from './ports.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who asks. Of a user the name is their address. */
export interface Actor extends Required<Pick<Key, 'name' | 'role'>> {
  /** By which a browser asks. */
  readonly session?: { readonly secret: string; readonly until: Instant };
  /** What the console calls a user. */
  readonly called?: string;
}

/** Who asks where anyone may, and shows nothing that opens more. */
export const anyone: Actor = { name: 'anyone', role: 'viewer' };

interface Asked<P, Q, H, B> {
  readonly path: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
  /** The body as it was sent, before the schema added what it leaves out. */
  readonly sent: unknown;
  readonly actor: Actor;
}

export type AnyAsked = Asked<Readonly<Record<string, string>>, unknown, unknown, unknown>;

interface Described<
  P extends string,
  Q extends z.ZodType,
  H extends z.ZodType,
  B extends z.ZodType,
> {
  readonly method: Method;
  /** "/api/campaigns/{id}" */
  readonly path: P;
  /** The least role that may ask; anyone needs no token. */
  readonly role: Role | 'anyone';
  /** One line for the description of the API. */
  readonly summary: string;
  /** Without it no parameters are taken. */
  readonly query?: Q;
  /** The headers that it reads; others may be there. */
  readonly headers?: H;
  readonly body?: B;
  readonly answer?: z.ZodType;
  /** Media types of what it answers in place of JSON, as a FileAnswer. */
  readonly files?: readonly string[];
  /** 200 unless said otherwise; 204 when there is nothing to tell. */
  readonly status?: 200 | 201 | 202 | 204;
  /**
   * False when what it changes is kept elsewhere with its reason, as in a contact's timeline. True of a GET by which
   * people's data leave: then its first portion is in the audit.
   */
  readonly audited?: boolean;
  /** The field of the body that names what is made, where the path does not; never a key of a person. */
  readonly named?: string;
}

export interface Endpoint extends Described<string, z.ZodType, z.ZodType, z.ZodType> {
  run(ports: ApiPorts, asked: AnyAsked): Promise<unknown>;
}

/** The names between braces. */
type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

interface Typed<P extends string, Q extends z.ZodType, H extends z.ZodType, B extends z.ZodType>
  extends Described<P, Q, H, B> {
  run(
    ports: ApiPorts,
    asked: Asked<Readonly<Record<NamesIn<P>, string>>, z.output<Q>, z.output<H>, z.output<B>>,
  ): Promise<unknown>;
}

/** What `run` is handed has been checked by the schemas beside it. */
export const endpoint = <
  const P extends string,
  Q extends z.ZodType = z.ZodNever,
  H extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
>(
  typed: Typed<P, Q, H, B>,
): Endpoint => typed as unknown as Endpoint;
