// The API described in OpenAPI 3.1, from the same list that routes and checks it.
import * as z from 'zod';
import { cookieName } from './cookie.ts';
import { doorPaths, doorSchemas, doorSecurity } from './door-description.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoint } from './endpoint.ts';
import { componentsOf, type JsonSchema, type Schemas } from './schemas.ts';

/** The endpoint that answers with the description of these and of itself. */
export function description(endpoints: readonly Endpoint[]): Endpoint {
  let made: object | undefined;
  const self = endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    role: 'anyone',
    summary: 'This description',
    answer: z.looseObject({ openapi: z.string() }),
    run: async () => {
      made ??= describeApi([...endpoints, self]);
      return made;
    },
  });
  return self;
}

function describeApi(endpoints: readonly Endpoint[]): object {
  const { schemas, components } = componentsOf([...endpoints.flatMap(schemasOf), ...doorSchemas]);
  const byPath = Map.groupBy(endpoints, ({ path }) => path);
  const paths = [...byPath].map(([path, all]) => [
    path,
    Object.fromEntries(all.map((one) => [one.method.toLowerCase(), operation(one, schemas)])),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Perennial',
      version: '1',
      description: 'Times are milliseconds since 1970 (UTC). `next` is opaque.',
    },
    security: [{ token: [] }, { session: [] }],
    paths: { ...Object.fromEntries(paths), ...doorPaths() },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'pat_…' },
        session: { type: 'apiKey', in: 'cookie', name: cookieName, description: bySession },
        ...doorSecurity,
      },
      schemas: { ...components, Error: error },
      responses: {
        Refused: { description: 'Refused, and why', content: content(refer('Error')) },
      },
    },
  };
}

const bySession =
  'Of a browser, from POST /api/session; changes must come from a page of the same origin';

const error = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        at: { type: 'string', description: 'The place in what was sent: steps[0].wait' },
        problems: {
          type: 'array',
          description: 'All that is wrong, each with its place, where that was told apart',
          items: {
            type: 'object',
            required: ['at', 'message'],
            properties: { at: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
};

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: object) => ({ 'application/json': { schema } });

const schemasOf = (one: Endpoint) =>
  (['query', 'headers', 'body', 'answer'] as const).flatMap((part) =>
    one[part] ? [{ name: nameOf(one, part), schema: one[part], part }] : [],
  );

type Part = 'query' | 'headers' | 'body' | 'answer';

/** "putCampaignsId" */
const idOf = ({ method, path }: Endpoint): string =>
  [method.toLowerCase(), ...path.split(/\W+/).slice(2).filter(Boolean).map(capital)].join('');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const nameOf = (one: Endpoint, part: Part) => `${idOf(one)}${capital(part)}`;

function operation(one: Endpoint, schemas: Schemas): object {
  const { body, answer, files, summary, role, status = 200, path } = one;
  const described = files
    ? { content: Object.fromEntries(files.map((type) => [type, { schema: { type: 'string' } }])) }
    : answer && { content: content(refer(nameOf(one, 'answer'))) };
  return {
    operationId: idOf(one),
    summary,
    tags: [path.split('/')[2]],
    ...(role === 'anyone' ? { security: [] } : { 'x-role': role }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => inPath(name ?? '')),
      ...parametersOf(schemas.get(nameOf(one, 'query')), 'query'),
      ...parametersOf(schemas.get(nameOf(one, 'headers')), 'header'),
    ],
    ...(body && { requestBody: { required: true, content: content(refer(nameOf(one, 'body'))) } }),
    responses: {
      [status]: { description: status === 204 ? 'Done' : 'The answer', ...described },
      default: { $ref: '#/components/responses/Refused' },
    },
  };
}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const parametersOf = (schema: JsonSchema | undefined, place: 'query' | 'header') =>
  Object.entries(schema?.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: schema?.required?.includes(name) ?? false,
    schema: one,
  }));
