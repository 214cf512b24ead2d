// Finds the endpoint of a request by its method and the template of its path. The first that fits answers.
import type { Endpoint } from './endpoint.ts';

export interface Routed {
  readonly endpoint: Endpoint;
  readonly path: Readonly<Record<string, string>>;
}

/** `path` is decoded. No part of it may hold a slash. */
type Route = (method: string, path: string) => Routed | undefined;

export function createRoute(endpoints: readonly Endpoint[]): Route {
  const patterns = endpoints.map((endpoint) => ({ endpoint, pattern: patternOf(endpoint.path) }));
  return (method, path) => {
    for (const { endpoint, pattern } of patterns) {
      const found = endpoint.method === method ? pattern.exec(path) : null;
      if (found) return { endpoint, path: { ...found.groups } };
    }
    return undefined;
  };
}

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
  );
