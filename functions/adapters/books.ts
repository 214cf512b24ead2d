// The book of what is live, for decisions: opened for each batch of work, at the cost of one small read unless something
// was published meanwhile.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { playbookOf } from '../../workflows/engine/playbook.ts';
import type { Books } from '../ports.ts';
import { createBookLog } from './book-log.ts';
import { createBookReader } from './book-reader.ts';
import { createBookSnapshots } from './book-snapshots.ts';
import { createDocuments } from './documents.ts';

export function createBooks(client: DynamoDBClient, table: string): Books {
  const reader = createBookReader(createBookLog(client, table), createBookSnapshots(client, table));
  const documents = createDocuments(client, table);
  return {
    open: async () => {
      const { state } = await reader.refresh();
      documents.trim();
      const { workspace, attributes } = state;
      return { playbook: playbookOf(state.routes, documents), workspace, attributes };
    },
    fetch: documents.fetch,
  };
}
