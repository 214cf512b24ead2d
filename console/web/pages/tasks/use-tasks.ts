// Open tasks with whom each is about, the first due first.
import { client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';

export type Task = Schemas['getTasksAnswer']['items'][number];
export type Stage = NonNullable<NonNullable<Task['lead']>['stage']>;

export const tasksKey = ['/api/tasks'];

export const useTasks = () =>
  usePaged<Task>(tasksKey, (next) =>
    answered(client.GET('/api/tasks', { params: { query: { next, limit: 50, with: 'lead' } } })),
  );

/** What a lead is called; an id when nothing better is known. */
export const nameOf = ({ lead, contact }: Task): string => lead?.name ?? lead?.email ?? contact;
