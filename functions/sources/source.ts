// What every webhook source is: a path, a reading of requests into events, and its own way to answer.
// A source decides nothing about storage; it is told the time and never asks for it.

import type { Event } from '../../workflows/model/event.ts';
import type { HttpResponse } from '../lambda.ts';
import type { Incoming } from './incoming.ts';

/** Something that was sent but is not taken as an event. It is kept for a person to look at. */
export interface Rejected {
  readonly reason: string;
  readonly raw: string;
}

/** What a source made of one request; `answer` is given once all of it is durable. */
export interface Delivery {
  readonly source: string;
  readonly writeKey: string | undefined;
  readonly events: readonly Event[];
  readonly rejected: readonly Rejected[];
  readonly answer: HttpResponse;
}

export interface Source {
  readonly name: string;
  readonly path: RegExp;
  /** Reads a POST. Throws `Refused` when the whole request is unusable. */
  readonly read: (request: Incoming) => Delivery | Promise<Delivery>;
  /** Says no in the form this source's clients understand. */
  readonly refuse: (request: Incoming, status: number, message: string) => HttpResponse;
  /** Answers a GET, where there is something to show. */
  readonly show?: (request: Incoming) => HttpResponse | undefined;
}
