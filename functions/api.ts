// The API: everything that people and their programs do with a workspace. JSON over HTTP, for holders of a token.
import { type ApiRequest, answer } from './api/answer.ts';
import { writeCookie } from './api/cookie.ts';
import type { FileAnswer } from './api/file-answer.ts';
import type { ApiPorts } from './api/ports.ts';
import { refusal } from './api/refusal.ts';
import { apiPorts } from './api-wiring.ts';
import { type ApiEnvironment, apiEnvironment } from './environment.ts';
import {
  type AwsConfig,
  type HttpRequest,
  type HttpResponse,
  httpHandler,
  json,
  lambda,
} from './lambda.ts';

export const create = (env: ApiEnvironment, aws: AwsConfig) => serve(apiPorts(env, aws));

export const serve = (ports: ApiPorts) =>
  httpHandler(async (request) => {
    const { status, body, etag, file, session } = await answer(ports, requestOf(request));
    if (file) return fileResponse(status, file);
    const cookies = session && [writeCookie(session.secret, isSecure(request))];
    if (body === undefined) return { statusCode: status, ...(cookies && { cookies }) };
    const { headers, ...said } = json(status, body);
    const answered = { ...headers, 'cache-control': 'no-store', ...(etag && { etag }) };
    return { ...said, headers: answered, ...(cookies && { cookies }) };
  }, refusal);

const fileResponse = (statusCode: number, { type, text, next }: FileAnswer): HttpResponse => ({
  statusCode,
  headers: { 'content-type': type, ...(next !== undefined && { 'x-next': next }) },
  body: text,
});

/** API Gateway always says how it was reached, and so does this machine's own door. */
const isSecure = ({ headers }: HttpRequest): boolean => headers['x-forwarded-proto'] !== 'http';

const requestOf = ({ requestContext, headers, ...request }: HttpRequest): ApiRequest => ({
  method: requestContext.http.method,
  path: requestContext.http.path,
  query: request.rawQueryString,
  headers: { ...headers, ...(request.cookies && { cookie: request.cookies.join('; ') }) },
  body: () => {
    const { body = '', isBase64Encoded } = request;
    return isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  },
});

export const handler = lambda(apiEnvironment, create);
