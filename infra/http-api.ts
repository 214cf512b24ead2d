// The one public door. Preflights are answered by the ingest function, so no CORS is configured here:
// API Gateway would answer them itself and drop the function's own headers.
import { CfnOutput, Validations } from 'aws-cdk-lib';
import {
  CfnApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

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

type Chosen = Pick<Settings, 'publicUrl' | 'publicUrlCertificate'>;

/** Where links lead. With a certificate the API answers under that name beside its own: links of before still work. */
export function publicUrlOf(
  scope: Construct,
  api: HttpApi,
  { publicUrl, publicUrlCertificate }: Chosen,
): string {
  if (publicUrl === undefined) return api.apiEndpoint;
  if (publicUrlCertificate === undefined) return publicUrl;
  const domainName = new URL(publicUrl).hostname;
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', publicUrlCertificate);
  const own = new DomainName(scope, 'OwnName', { domainName, certificate });
  const names = { apiId: api.apiId, domainName: own.name, stage: '$default' };
  const mapping = new CfnApiMapping(scope, 'OwnNameMapping', names);
  mapping.node.addDependency(scope.node.findChild('HttpStage'));
  new CfnOutput(scope, 'OwnNameRecord', {
    value: `${domainName} CNAME ${own.regionalDomainName}`,
    description: 'DNS record: links in mails reach the API',
  });
  return publicUrl;
}

export function serve(
  scope: Construct,
  api: HttpApi,
  by: Readonly<Record<'ingest' | 'pages' | 'track' | 'api', IFunction>>,
): void {
  const ingest = new HttpLambdaIntegration('IngestIntegration', by.ingest);
  const pages = new HttpLambdaIntegration('PagesIntegration', by.pages);
  const track = new HttpLambdaIntegration('TrackIntegration', by.track);
  const ours = new HttpLambdaIntegration('ApiIntegration', by.api);
  const route = (name: string, routeKey: HttpRouteKey, integration: HttpLambdaIntegration) =>
    new HttpRoute(scope, `${name}Route`, { httpApi: api, routeKey, integration });
  const routes = [
    route('Ingest', HttpRouteKey.DEFAULT, ingest),
    // Where the clients of Dittofeed and of Jitsu send to, in the middle of what is our own API's.
    route('Dittofeed', any('/api/public/apps/{proxy+}'), ingest),
    route('Jitsu', any('/api/s/{proxy+}'), ingest),
    // Whatever the method: mailbox providers post, scanners ask for the head, and all others are told what to do.
    route('Unsubscribe', any('/u/{token}'), pages),
    route('Preferences', any('/p/{token}'), pages),
    route('Confirm', any('/confirm/{token}'), pages),
    route('Click', HttpRouteKey.with('/c/{token}', HttpMethod.GET), track),
    route('ClickHead', HttpRouteKey.with('/c/{token}', HttpMethod.HEAD), track),
    route('Open', HttpRouteKey.with('/o/{token}', HttpMethod.GET), track),
    route('OpenHead', HttpRouteKey.with('/o/{token}', HttpMethod.HEAD), track),
    route('Api', any('/api/{proxy+}'), ours),
  ];
  for (const each of routes)
    Validations.of(each).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The functions check a write key, a signed link or a bearer token themselves',
    });
}

const any = (path: string) => HttpRouteKey.with(path, HttpMethod.ANY);
