// Which function a request reaches.
import { describe, expect, it } from 'vitest';
import { createRouter, routesOf } from '../../../infra/local/http-routes.ts';
import { routed } from '../../support/http-resources.ts';

const everything = [
  ...routed('Ingest', '$default'),
  ...routed('Pages', 'ANY /u/{token}'),
  ...routed('Api', 'ANY /api/{proxy+}'),
  ...routed('Jitsu', 'ANY /api/s/{proxy+}'),
  ...routed('Health', 'GET /api/health'),
];

describe('a request reaches', () => {
  it.each([
    ['GET', '/', 'Ingest', {}],
    ['POST', '/v1/batch', 'Ingest', {}],
    ['GET', '/u/abc', 'Pages', { token: 'abc' }],
    ['POST', '/u/abc', 'Pages', { token: 'abc' }],
    ['GET', '/u/', 'Ingest', {}],
    ['GET', '/u/abc/', 'Ingest', {}],
    ['GET', '/u/abc/more', 'Ingest', {}],
    ['GET', '/api/contacts/con_1', 'Api', { proxy: 'contacts/con_1' }],
    ['GET', '/api/', 'Ingest', {}],
    ['GET', '/api', 'Ingest', {}],
    ['GET', '/api/health', 'Health', {}],
    ['OPTIONS', '/api/s/s2s/track', 'Jitsu', { proxy: 's2s/track' }],
    ['POST', '/api/health', 'Api', { proxy: 'health' }],
  ])('%s %s', (method, path, functionId, pathParameters) => {
    const match = createRouter(routesOf(everything))(method, path);
    expect(match?.route.functionId).toBe(functionId);
    expect(match?.pathParameters).toEqual(pathParameters);
  });

  it('nothing when no route fits', () => {
    const find = createRouter(routesOf(routed('Api', 'ANY /api/{proxy+}')));
    expect(find('GET', '/elsewhere')).toBeUndefined();
  });
});

it('a route with no function behind it is refused by name', () => {
  const lonely = routed('Api', '$default').filter(({ type }) => type !== 'AWS::Lambda::Function');
  expect(() => routesOf(lonely)).toThrow('ApiRoute: no function');
});
