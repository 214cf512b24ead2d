// The rules of the workspace: read, and changed whole. What is left out has its default.
import { isDeepStrictEqual } from 'node:util';
import { type WorkspaceRules, workspaceRules } from '../../workflows/model/workspace.ts';
import type { BookKeeping } from '../book-ports.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';

interface RulesPorts {
  readonly book: BookKeeping;
  readonly now: Now;
}

export const readRules = async ({ book }: Pick<RulesPorts, 'book'>): Promise<WorkspaceRules> =>
  (await book.read()).workspace;

/** They hold for every decision from now on. Throws Refused(422) with every fault in its place. */
export async function changeRules(
  { book, now }: RulesPorts,
  input: unknown,
  by: string,
): Promise<WorkspaceRules> {
  const workspace = accept(workspaceRules, input, 'The workspace');
  await book.change((live) =>
    isDeepStrictEqual(live.workspace, workspace)
      ? undefined
      : { change: { workspace }, by, at: now() },
  );
  return workspace;
}
