// The rules of the workspace: read, and changed whole. What is left out has its default.
import { isDeepStrictEqual } from 'node:util';
import { topicOf } from '../../workflows/model/topic.ts';
import { type WorkspaceRules, workspaceRules } from '../../workflows/model/workspace.ts';
import type { BookKeeping, LiveBook } from '../book-ports.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';
import { refuseUsed } from './check-references.ts';

interface RulesPorts {
  readonly book: BookKeeping;
  readonly now: Now;
}

export const readRules = async ({ book }: Pick<RulesPorts, 'book'>): Promise<WorkspaceRules> =>
  (await book.read()).workspace;

/**
 * They hold for every decision from now on. Throws Refused(422) with every fault in its place, and Refused(409) for a topic
 * that is gone and that something live is about.
 */
export async function changeRules(
  { book, now }: RulesPorts,
  input: unknown,
  by: string,
): Promise<WorkspaceRules> {
  const workspace = accept(workspaceRules, input, 'The workspace');
  await book.change((live) => {
    refuseLost(live, workspace);
    if (isDeepStrictEqual(live.workspace, workspace)) return undefined;
    return { change: { workspace }, by, at: now() };
  });
  return workspace;
}

function refuseLost(live: LiveBook, { topics }: WorkspaceRules): void {
  const lost = live.workspace.topics.filter(({ id }) => !topicOf(topics, id));
  for (const { id } of lost) refuseUsed(`topic:${id}`, live);
}
