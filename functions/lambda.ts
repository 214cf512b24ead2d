// How a use-case becomes a Lambda handler: the only place that knows middy.
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { Clash, Refused } from './errors.ts';
import { log } from './log.ts';

/** Settings shared by every AWS client of a function; tests put an in-process transport here. */
export type AwsConfig = Pick<DynamoDBClientConfig, 'region' | 'credentials' | 'requestHandler'>;

export type Handler<E = unknown, R = unknown> = (event: E, context: Context) => Promise<R>;

interface Parser<V> {
  parse(input: unknown): V;
}

/**
 * Binds a function's environment and clients to its handler. In Lambda this happens while the
 * container starts; elsewhere importing the file does nothing until the first call.
 */
export function lambda<V, E, R>(
  environment: Parser<V>,
  create: (env: V, aws: AwsConfig) => Handler<E, R>,
): Handler<E, R> {
  const build = () => create(environment.parse(process.env), {});
  let instance = process.env.AWS_LAMBDA_FUNCTION_NAME ? build() : undefined;
  return (event, context) => {
    instance ??= build();
    return instance(event, context);
  };
}

/** Lambda itself ends what runs too long; a second clock inside would only end it differently. */
const plainly = { timeoutEarlyInMillis: 0 };

/** Answers with the ids of the records that failed; SQS brings back only those. */
export function queueHandler(
  run: (records: readonly SQSRecord[], context: Context) => Promise<readonly string[]>,
): Handler<SQSEvent, SQSBatchResponse> {
  return middy<SQSEvent, SQSBatchResponse>(plainly).handler(async (event, context) => ({
    batchItemFailures: (await run(event.Records, context)).map((itemIdentifier) => ({
      itemIdentifier,
    })),
  })) as unknown as Handler<SQSEvent, SQSBatchResponse>;
}

export type HttpRequest = APIGatewayProxyEventV2;
export type HttpResponse = APIGatewayProxyStructuredResultV2;

/** The body that says no: the place in what was sent, and all that is wrong where that was told apart. */
type Say = (status: number, message: string, at?: string, all?: Refused['problems']) => unknown;

/** Turns a refusal and a lost race into their status, and a bug into a plain 500 that tells the caller nothing. */
export function httpHandler(
  run: (request: HttpRequest) => Promise<HttpResponse>,
  say: Say = (_, error) => ({ error }),
): Handler<HttpRequest, HttpResponse> {
  return middy<HttpRequest, HttpResponse>(plainly)
    .onError((request) => {
      const [status, ...why] = failure(request.error);
      request.response = json(status, say(status, ...why));
    })
    .handler(run) as unknown as Handler<HttpRequest, HttpResponse>;
}

function failure(error: unknown): Parameters<Say> {
  if (error instanceof Refused) return [error.status, error.message, error.at, error.problems];
  if (error instanceof Clash)
    return [409, 'Somebody else changed this at the same moment; please try again.'];
  log.error('unhandled', { error });
  return [500, 'Something went wrong on our side; please try again.'];
}

export const json = (statusCode: number, body: unknown): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});
