// The one public door. Preflights are answered by the ingest function, so no CORS is configured here:
// API Gateway would answer them itself and drop the function's own headers.
import { Validations } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export function httpApi(scope: Construct): HttpApi {
  const api = new HttpApi(scope, 'HttpApi', { createDefaultStage: false });
  const stage = new HttpStage(scope, 'HttpStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    // A flood costs at most this much a second; raise it for a site that needs more.
    throttle: { rateLimit: 1000, burstLimit: 2000 },
  });
  Validations.of(stage).acknowledge({
    id: 'AwsSolutions-APIG1',
    reason:
      'A log line for each request costs more than the request, and what matters is in the timeline',
  });
  return api;
}

export function serve(
  scope: Construct,
  api: HttpApi,
  by: { readonly ingest: IFunction; readonly unsubscribe: IFunction; readonly api: IFunction },
): void {
  const routes = [
    route(scope, api, { key: HttpRouteKey.DEFAULT, name: 'Ingest', to: by.ingest }),
    route(scope, api, { key: any('/u/{token}'), name: 'Unsubscribe', to: by.unsubscribe }),
    route(scope, api, { key: any('/api/{proxy+}'), name: 'Api', to: by.api }),
  ];
  for (const each of routes)
    Validations.of(each).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The functions check a write key, a signed link or a bearer token themselves',
    });
}

const any = (path: string) => HttpRouteKey.with(path, HttpMethod.ANY);

const route = (
  scope: Construct,
  httpApi: HttpApi,
  { key, name, to }: { key: HttpRouteKey; name: string; to: IFunction },
): HttpRoute =>
  new HttpRoute(scope, `${name}Route`, {
    httpApi,
    routeKey: key,
    integration: new HttpLambdaIntegration(`${name}Integration`, to),
  });
