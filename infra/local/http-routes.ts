// Which function answers a request: the routes of the template, chosen as API Gateway chooses.
import type { Resource } from './template.ts';

export interface Route {
  /** As in the template: `ANY /u/{token}` or `$default`. */
  readonly key: string;
  readonly apiId: string;
  readonly stage: string;
  /** The logical id of the function behind it. */
  readonly functionId: string;
}

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route for a method and a decoded path; undefined if there is none. */
type Router = (method: string, path: string) => Match | undefined;

export function routesOf(resources: readonly Resource[]): Route[] {
  const typed = (type: string) => resources.filter((resource) => resource.type === type);
  const stage = typed('AWS::ApiGatewayV2::Stage')[0]?.ref ?? '$default';
  const integrations = new Map(typed('AWS::ApiGatewayV2::Integration').map((it) => [it.ref, it]));
  const functions = new Map(
    typed('AWS::Lambda::Function').map((it) => [it.attributes.Arn, it.logicalId]),
  );
  return typed('AWS::ApiGatewayV2::Route').map(({ logicalId, properties }) => {
    const integration = integrations.get(String(properties.Target).replace('integrations/', ''));
    const functionId = functions.get(String(integration?.properties.IntegrationUri));
    if (!functionId) throw new Error(`${logicalId}: no function of these templates is behind it`);
    return { key: String(properties.RouteKey), apiId: String(properties.ApiId), stage, functionId };
  });
}

export function createRouter(routes: readonly Route[]): Router {
  const ranked = routes.map(compile).sort((a, b) => a.rank - b.rank);
  return (method, path) => {
    for (const { route, accepts } of ranked) {
      const pathParameters = accepts(method, path);
      if (pathParameters) return { route, pathParameters };
    }
    return undefined;
  };
}

interface Compiled {
  readonly route: Route;
  /** Lower goes first. */
  readonly rank: number;
  accepts(method: string, path: string): Record<string, string> | undefined;
}

const isVariable = (part: string): boolean => part.startsWith('{');
const isGreedy = (part: string): boolean => part.endsWith('+}');

// A whole path goes before one that ends in {proxy+}, more fixed parts before fewer, a method before ANY.
function compile(route: Route): Compiled {
  if (route.key === '$default')
    return { route, rank: Number.POSITIVE_INFINITY, accepts: () => ({}) };
  const [method = '', template = ''] = route.key.split(' ');
  const parts = template.split('/');
  const names = parts.filter(isVariable).map((part) => part.replace(/[{}+]/g, ''));
  const pattern = patternOf(parts);
  return {
    route,
    rank:
      (parts.some(isGreedy) ? 1000 : 0) -
      2 * (parts.length - names.length) +
      (method === 'ANY' ? 1 : 0),
    accepts: (asked, path) => {
      const found = method === 'ANY' || method === asked ? pattern.exec(path) : null;
      return found
        ? Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? '']))
        : undefined;
    },
  };
}

const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(`^${parts.map(partPattern).join('/')}$`);

function partPattern(part: string): string {
  if (isGreedy(part)) return '(.+)';
  return isVariable(part) ? '([^/]+)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
