// What every sender of webhooks is: how it signs, and how a verified request of it becomes events.
// A provider keeps no secret and checks no signature; hook/verify.ts has done so before it reads.
import type * as z from 'zod';
import type { Event, Fields } from '../../../workflows/model/event.ts';
import type { HttpResponse } from '../../lambda.ts';
import type { Incoming } from '../incoming.ts';
import type { Rejected, SubjectRequest } from '../source.ts';
import type { Scheme } from './schemes.ts';

/** A verified request to the source of that name. Events of it carry `<kind>/<name>` as their source. */
export interface HookRequest extends Incoming {
  readonly name: string;
  /** As the owner set them, checked by the provider's own schema. */
  readonly settings: Fields;
}

/** What a provider made of one request. */
export interface Reading {
  readonly events: readonly Event[];
  readonly rejected: readonly Rejected[];
  readonly requests?: readonly SubjectRequest[];
}

export interface Provider {
  readonly kind: string;
  /** How it signs; 'none' where the secret comes along in the URL. */
  readonly scheme: Scheme;
  /**
   * Never throws for one bad thing in the request: it is Rejected with the reason.
   * Throws Refused when the body cannot be read at all.
   */
  readonly read: (request: HookRequest) => Reading;
  /** An unsigned request that must be answered nevertheless; undefined for all others. Lets nothing in. */
  readonly greet?: (request: Incoming) => HttpResponse | undefined;
  /** What the owner may set, with the defaults. Without it nothing can be set. */
  readonly settings?: z.ZodType<Fields>;
  /** For the console and the guide. */
  readonly setup: {
    readonly title: string;
    /** What the owner does, in order; "{address}" stands for the address of the source. */
    readonly steps: readonly string[];
    /** Who makes the secret: the vendor shows one to paste here, or we make one to paste there. */
    readonly secretFrom: 'us' | 'them';
  };
}
