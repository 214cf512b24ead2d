// What every source is: a path, a reading of requests into events, and its own way to answer.
// A source decides nothing about storage; it is told the time and never asks for it.
import type { Event } from '../../workflows/model/event.ts';
import type { HttpResponse } from '../lambda.ts';
import type { Incoming } from './incoming.ts';

/** Something that was sent but is not taken as an event. It is kept for a person to look at. */
export interface Rejected {
  readonly reason: string;
  /** Alone as it would be sent: its source can read it once more. */
  readonly raw: string;
  /** `raw` is an event already: it was read, and not taken for another reason. */
  readonly isEvent?: true;
}

/** What is asked of the data of people, by whoever told us of them. It is carried out, and is no event. */
export interface SubjectRequest {
  /** The same however often it is sent. */
  readonly id: string;
  readonly ask: 'erase' | 'disclose';
  readonly of: Pick<Event, 'email' | 'anonymous' | 'contact'>;
  readonly raw: string;
}

/** Who sent it: whoever holds a write key, which is still to be looked up, or a source that has proved its name. */
export type Sender =
  | { readonly kind: string; readonly writeKey: string | undefined }
  | { readonly kind: string; readonly name: string };

/** What a source made of one request; `answer` is given once all of it is durable. */
export interface Delivery {
  readonly sender: Sender;
  /** Their `source` is set when the name of the sender is known: "<kind>/<name>". */
  readonly events: readonly Event[];
  readonly rejected: readonly Rejected[];
  readonly requests?: readonly SubjectRequest[] | undefined;
  /** What besides `raw` it takes to read something rejected once more, such as headers. */
  readonly besides?: Readonly<Record<string, string>>;
  readonly answer: HttpResponse;
}

export interface Source {
  readonly name: string;
  readonly path: RegExp;
  /** Answers what is no event, whatever its method, before anything is checked. */
  readonly greet?: (request: Incoming) => Promise<HttpResponse | undefined>;
  /** Reads a POST. Throws `Refused` when the whole request is unusable. */
  readonly read: (request: Incoming) => Delivery | Promise<Delivery>;
  /** Says no in the form this source's clients understand. */
  readonly refuse: (request: Incoming, status: number, message: string) => HttpResponse;
  /** Answers a GET, where there is something to show. */
  readonly show?: (request: Incoming) => HttpResponse | undefined;
  /** Whom a request that is refused names outside its body, to count it there. */
  readonly named?: (request: Incoming) => Promise<Sender | undefined>;
}
