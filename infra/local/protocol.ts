// The two wire forms that our clients speak: AWS JSON (DynamoDB, SQS, EventBridge) and AWS Query (SES).
import { randomUUID } from 'node:crypto';
import { parse } from 'node:querystring';
import { AwsError } from './aws-error.ts';
import type { AwsRequest, AwsResponse } from './gateway.ts';

export type Input = Record<string, unknown>;
export type Output = Readonly<Record<string, unknown>>;

export interface Protocol {
  decode(request: AwsRequest): { operation: string; input: Input };
  success(operation: string, output: Output): AwsResponse;
  failure(error: AwsError): AwsResponse;
  denial(reason: string): AwsError;
}

export function jsonProtocol(version: '1.0' | '1.1'): Protocol {
  const contentType = `application/x-amz-json-${version}`;
  const answer = (status: number, output: Output, more = {}): AwsResponse => ({
    status,
    headers: { 'content-type': contentType, 'x-amzn-requestid': randomUUID(), ...more },
    body: JSON.stringify(output),
  });
  return {
    decode: ({ headers, body }) => ({
      operation: headers['x-amz-target']?.split('.')[1] ?? '',
      input: parseJson(body),
    }),
    success: (_operation, output) => answer(200, output),
    denial: (reason) => new AwsError('AccessDeniedException', reason),
    failure({ code, message, status, details: { namespace, members, queryCode } }) {
      const type = namespace ? `${namespace}#${code}` : code;
      const legacy = queryCode ? { 'x-amzn-query-error': `${queryCode};Sender` } : {};
      return answer(status, { __type: type, message, ...members }, legacy);
    },
  };
}

function parseJson(body: Buffer): Input {
  try {
    return body.length > 0 ? JSON.parse(body.toString()) : {};
  } catch (cause) {
    throw new AwsError('SerializationException', `The body is not JSON: ${cause}`);
  }
}

/** Inputs stay flat, as on the wire: `Tags.member.1.Name`. Lists of outputs repeat their name. */
export function queryProtocol(namespace: string): Protocol {
  const answer = (status: number, xml: string): AwsResponse => ({
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() },
    body: xml,
  });
  return {
    decode({ body }) {
      const input = parse(body.toString('latin1')) as Input;
      return { operation: String(input.Action ?? ''), input };
    },
    success: (operation, output) =>
      answer(
        200,
        `<${operation}Response xmlns="${namespace}"><${operation}Result>${elements(output)}` +
          `</${operation}Result>${metadata()}</${operation}Response>`,
      ),
    denial: (reason) => new AwsError('AccessDenied', reason, { status: 403 }),
    failure: ({ code, message, status, details }) =>
      answer(
        status,
        `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type>` +
          elements({ Code: code, Message: message, ...details.members }) +
          `</Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
      ),
  };
}

const metadata = () =>
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const elements = (values: Output): string =>
  Object.entries(values)
    .flatMap(([name, value]) => [value].flat().map((one) => `<${name}>${content(one)}</${name}>`))
    .join('');

const content = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? elements(value as Output)
    : escapeXml(String(value));

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
