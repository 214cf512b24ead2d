// The description of the API: valid OpenAPI, and true.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';
import { createRoute } from '../../functions/api/route.ts';
import { callAt, callNames, callRoots } from '../../functions/sources/segment/paths.ts';
import { send } from '../support/sender.ts';
import { openShop } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly security?: readonly object[];
  readonly 'x-role'?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, object>> }>
  >;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly enum?: readonly string[] };
}

let workspace: Workspace;
let text: string;
let described: Described;
beforeAll(async () => {
  workspace = await openShop();
  const answer = await send(workspace.world, 'api', { path: '/api/openapi.json', method: 'GET' });
  text = answer.body ?? '';
  described = JSON.parse(text) as Described;
});
afterAll(() => workspace.world.close());

test('is given to everybody, and is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(text));
  expect([valid, errors]).toEqual([true, undefined]);
  expect(validator.version).toBe('3.1');
});

test('refers to nothing that is not there', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
  const there = (ref: string) =>
    ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], described);
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((ref) => !ref.startsWith('#/') || !there(ref))).toEqual([]);
});

test('tells of the door for events, by what it takes', async () => {
  const calls = Object.entries(described.paths)
    .filter(([, { post }]) => post?.security?.some((one) => 'writeKey' in one))
    .flatMap(([path, { post }]) => {
      const types = post?.parameters.find(({ name }) => name === 'type')?.schema.enum;
      return types?.map((type) => path.replace('{type}', type)) ?? [path];
    });
  expect(calls.every((path) => callAt(path))).toBe(true);
  // Every address at which the sources know a call, and none besides.
  expect(calls).toHaveLength(callRoots.length * callNames.length);
  expect(new Set(calls).size).toBe(calls.length);
  const answers = await Promise.all(
    calls.map((path) =>
      send(workspace.world, 'ingest', { path, method: 'POST', body: '{"batch":[]}' }),
    ),
  );
  // Without a key they know what is missing; a way that is none is not there.
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
});

test.each([
  ['/c/{token}', ['get', 'head']],
  ['/o/{token}', ['get', 'head']],
  ['/hooks/{name}', ['post', 'options']],
])('tells of %s, with %j', (path, methods) => {
  expect(Object.keys(described.paths[path] ?? {})).toEqual(methods);
});

describe('tells of every endpoint', () => {
  const operations = () =>
    Object.entries(described.paths)
      .flatMap(([path, all]) =>
        Object.entries(all).map(([method, one]) => ({ path, method: method.toUpperCase(), one })),
      )
      .filter(({ one }) => !one.tags.includes('door'));

  test('once, under a name of its own, with the role it is for', () => {
    const told = operations().map(({ path, method }) => `${method} ${path}`);
    const real = endpoints.map(({ path, method }) => `${method} ${path}`);
    expect(told.sort()).toEqual([...real, 'GET /api/openapi.json'].sort());
    const names = operations().map(({ one }) => one.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, method, one } of operations()) {
      const endpoint = endpoints.find((each) => each.path === path && each.method === method);
      expect(one['x-role'] ?? 'anyone').toBe(endpoint?.role ?? 'anyone');
    }
  });

  test('with the shape of every answer, unless there is nothing to tell', () => {
    const shapeless = operations().filter(({ one: { responses } }) =>
      ['200', '201', '202'].some((status) => {
        const { [status]: response } = responses;
        const shapes = Object.values(response?.content ?? {});
        return response && !(shapes.length > 0 && shapes.every((shape) => 'schema' in shape));
      }),
    );
    expect(shapeless.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  test('with the names in its path and what may stand behind it', () => {
    const { parameters } = described.paths['/api/contacts/{id}/timeline']?.get ?? {
      parameters: [],
    };
    expect(parameters.map((one) => `${one.in} ${one.name}`)).toEqual([
      'path id',
      'query limit',
      'query next',
    ]);
  });
});

test('no endpoint hides behind an earlier one', () => {
  const route = createRoute(endpoints);
  const hidden = endpoints.filter(
    (one) => route(one.method, one.path.replaceAll(/\{(\w+)\}/g, 'x$1'))?.endpoint !== one,
  );
  expect(hidden.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('rules are told once, however often they are used', () => {
  expect(text.length).toBeLessThan(400_000);
});
