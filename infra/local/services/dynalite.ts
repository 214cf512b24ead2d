// dynalite's validations and actions without its HTTP server and its storage: requests as DynamoDB
// checks them, expressions as DynamoDB evaluates them.
import { createRequire } from 'node:module';
import { AwsError } from '../aws-error.ts';
import type { Item, Items, TableDefinition } from '../item-store.ts';
import type { Input } from '../protocol.ts';

export interface DynaliteStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, done: (error: unknown, table?: TableDefinition) => void): void;
  getItemDb(name: string): Items;
}

type Action = (
  store: DynaliteStore,
  data: Input,
  done: (error: unknown, output?: Input) => void,
) => void;

interface Validation {
  readonly types: unknown;
  readonly custom: unknown;
}

interface Validations {
  checkTypes(input: Input, types: unknown): Input;
  checkValidations(input: Input, types: unknown, custom: unknown, store: DynaliteStore): void;
}

interface Database {
  createKey(item: Item, table: TableDefinition): string;
  capacityUnits(item: Item | undefined, isRead: boolean, isConsistent: boolean): number;
}

/** The error of dynalite, in the words of DynamoDB. */
interface Refusal {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string; readonly Message?: string };
}

const require = createRequire(import.meta.url);
const validations = require('dynalite/validations') as Validations;
export const { createKey, capacityUnits } = require('dynalite/db') as Database;

/** `refine` sees an error before anything else can run. */
export type Run = (
  store: DynaliteStore,
  input: Input,
  refine: (error: unknown) => unknown,
) => Promise<Input>;

export function operation(name: string): Run {
  const action = require(`dynalite/actions/${name}`) as Action;
  const { types, custom } = require(`dynalite/validations/${name}`) as Validation;
  return (store, input, refine) =>
    new Promise((resolve, reject) => {
      try {
        const data = validations.checkTypes(input, types);
        validations.checkValidations(data, types, custom, store);
        action(store, data, (error, output) => {
          if (error) reject(refine(asAwsError(error)));
          else resolve(output ?? {});
        });
      } catch (error) {
        reject(refine(asAwsError(error)));
      }
    });
}

function asAwsError(error: unknown): unknown {
  const { statusCode, body } = error as Partial<Refusal>;
  if (!statusCode || !body) return error;
  const [namespace = '', code = ''] = body.__type.split('#');
  const message = body.message ?? body.Message ?? '';
  return new AwsError(code, message, { status: statusCode, namespace });
}

export const resourceNotFound = (message: string): AwsError =>
  new AwsError('ResourceNotFoundException', message, { namespace });

const namespace = 'com.amazonaws.dynamodb.v20120810';
