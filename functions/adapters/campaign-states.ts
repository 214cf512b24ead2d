// In which state each campaign is at this moment: for those who need nothing else of the book.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CampaignStates } from '../sending-ports.ts';
import { createBookLog } from './book-log.ts';
import { createBookReader } from './book-reader.ts';
import { createBookSnapshots } from './book-snapshots.ts';

export function createCampaignStates(client: DynamoDBClient, table: string): CampaignStates {
  const reader = createBookReader(createBookLog(client, table), createBookSnapshots(client, table));
  return async () => {
    const { state } = await reader.refresh();
    return (campaign) => state.campaigns.get(campaign)?.state;
  };
}
