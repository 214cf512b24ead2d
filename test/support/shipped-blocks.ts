// The blocks that ship, for whatever compiles a shipped template without a workspace.
import type { LibraryReader } from '../../functions/library-ports.ts';
import { readBlocks } from '../../infra/library.ts';

const blocks = new Map(readBlocks().map(({ id, body }) => [id, body]));

export const readBlock = async (id: string): Promise<string | undefined> => blocks.get(id)?.mjml;

/** What publishing asks of a library, with the shipped blocks in it and no templates. */
export const shippedLibrary: LibraryReader = {
  templates: { read: async () => undefined },
  blocks: {
    read: async (id) => {
      const source = blocks.get(id);
      return source && { source, line: { id, blocks: [], version: 1, by: 'test', at: 0 } };
    },
  },
};
