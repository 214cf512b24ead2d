// Who was asked today to confirm something: one item in the work table for each address and purpose, gone after two days.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Askings } from '../sending-ports.ts';
import { keys } from './keys.ts';

const mostADay = 3;
const twoDays = 2 * 86_400;

export const createAskings = (client: DynamoDBClient, table: string): Askings => ({
  take: async ({ address, purpose, message, at }) => {
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keys.askings(address, purpose, at),
      UpdateExpression: 'ADD messages :one SET #ttl = :ttl',
      ConditionExpression:
        'attribute_not_exists(messages) OR contains(messages, :message) OR size(messages) < :most',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':one': { SS: [message] },
        ':message': { S: message },
        ':most': { N: String(mostADay) },
        ':ttl': { N: String(Math.ceil(at / 1000) + twoDays) },
      },
    });
    try {
      await client.send(update);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
