// What carrying out orders asks of the world: a list of tasks, and a queue of calls to other people's servers.
import type { Task, WebhookOrder } from '../workflows/model/order.ts';
import type { Finish, KeptTask } from '../workflows/model/task.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { Notice } from './notice-ports.ts';

export interface Tasks {
  /** Opens those that are new; what was opened before, or has been finished since, stays as it is. */
  open(tasks: readonly Task[]): Promise<void>;
  get(contact: string, id: string): Promise<KeptTask | undefined>;
  /** Hands an open one to somebody else, or to another day; false when it has been finished. May be done again. */
  change(task: Task, to: Partial<Pick<Task, 'assignee' | 'due'>>): Promise<boolean>;
  /** Answers what stands there then: this finish, or the one that came before it. */
  finish(task: Task, finish: Finish): Promise<KeptTask>;
  /** Takes a finished one off the list of those that are open. May be done again. */
  unlist(task: Task): Promise<void>;
  /** Open ones, the first due first; those behind `after`, where that is given. */
  listOpen(limit: number, after?: Pick<Task, 'due' | 'id'>): Promise<Task[]>;
  /** By id, those behind `after`. */
  ofContact(contact: string, limit: number, after?: string): Promise<KeptTask[]>;
}

/** A call yet to be made. `attempts` were made before. */
export interface Call {
  readonly order: WebhookOrder | Notice;
  readonly attempts: number;
  readonly due: Instant;
}

export interface CallQueue {
  /** They come out when they are due, or in a quarter of an hour to be sent again. */
  send(calls: readonly Call[]): Promise<void>;
}
