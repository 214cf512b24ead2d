// The resources of a route through API Gateway to a function, as they are read from a template.
import type { Resource } from '../../infra/local/template.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:App-${name}`;

/** The function's logical id is its name. */
export const routed = (name: string, key: string): Resource[] => [
  resource('Lambda::Function', name, {}),
  resource('ApiGatewayV2::Integration', `${name}Integration`, { IntegrationUri: arn(name) }),
  resource('ApiGatewayV2::Route', `${name}Route`, {
    ApiId: 'api',
    RouteKey: key,
    Target: `integrations/App-${name}Integration`,
  }),
];

/** A stage that lets `burst` requests pass at once, and `rate` a second. */
export const throttled = (rate: number, burst: number): Resource =>
  resource('ApiGatewayV2::Stage', 'HttpStage', {
    DefaultRouteSettings: { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
  });

const resource = (
  type: string,
  logicalId: string,
  properties: Readonly<Record<string, unknown>>,
): Resource => ({
  logicalId,
  stack: 'App',
  type: `AWS::${type}`,
  ref: `App-${logicalId}`,
  attributes: { Arn: arn(logicalId) },
  properties,
});
