// The console in the cloud: its files in a private bucket, and one distribution that serves them beside the API, so that
// both are one origin to a browser.
import { Annotations, Aws, CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { deployFiles } from './console-deployment.ts';
import { headersPolicy } from './console-headers-policy.ts';
import type { Settings } from './settings.ts';
import { type SignIn, signIn, signInHost } from './user-pool.ts';

interface Around {
  readonly httpApi: HttpApi;
  readonly chosen: Pick<Settings, 'consoleDomain'>;
  /** The folder of the build; a page in its place says that there is none. */
  readonly files: string | undefined;
}

/** Answers who people sign in with. */
export function webConsole(scope: Construct, { httpApi, chosen, files }: Around): SignIn {
  const bucket = filesBucket(scope);
  const headers = headersPolicy(scope, [`https://${signInHost}`]);
  const distribution = distributionOf(scope, { bucket, headers, httpApi, chosen });
  deployFiles(scope, { bucket, distribution, files });
  if (files === undefined)
    Annotations.of(scope).addWarningV2(
      'perennial:console',
      'The console is not built, and will not be deployed: npm run console:build',
    );
  const url = `https://${chosen.consoleDomain?.name ?? distribution.distributionDomainName}`;
  new CfnOutput(scope, 'ConsoleUrl', { value: url });
  return signIn(scope, url);
}

function filesBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Console', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // Made anew from the code at any time; what deploys the files takes them away with the stack.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'The files are the same for everybody and no secret; who read them tells nothing',
  });
  return bucket;
}

interface Served extends Pick<Around, 'httpApi' | 'chosen'> {
  readonly bucket: Bucket;
  readonly headers: ResponseHeadersPolicy;
}

function distributionOf(scope: Construct, { bucket, headers, httpApi, chosen }: Served) {
  const shared = {
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    responseHeadersPolicy: headers,
  };
  const distribution = new Distribution(scope, 'ConsoleDistribution', {
    comment: 'The console of Perennial, and its API',
    defaultRootObject: 'index.html',
    priceClass: PriceClass.PRICE_CLASS_100,
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    ...ownName(scope, chosen),
    defaultBehavior: {
      ...shared,
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      // The bucket says of each file how long it lasts, and a second is the least. It must not be told the viewer's host.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
    },
    additionalBehaviors: {
      '/api/*': {
        ...shared,
        origin: new HttpOrigin(`${httpApi.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
          readTimeout: Duration.seconds(30),
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // Everything but Host, by which API Gateway would know nobody.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
  });
  Validations.of(distribution).acknowledge(...accepted);
  return distribution;
}

const accepted = [
  { id: 'AwsSolutions-CFR1', reason: 'Marketers work from anywhere' },
  {
    id: 'AwsSolutions-CFR2',
    reason:
      'A firewall costs more a month than everything else that idles; the API throttles itself',
  },
  {
    id: 'AwsSolutions-CFR3',
    reason:
      'What people change is in the audit; a log line for each request costs more than the request',
  },
  {
    id: 'AwsSolutions-CFR4',
    reason:
      'Without a domain of your own CloudFront’s certificate sets the lowest version of TLS itself',
  },
];

function ownName(scope: Construct, { consoleDomain }: Around['chosen']) {
  if (!consoleDomain) return {};
  const { name, certificateArn } = consoleDomain;
  const certificate = Certificate.fromCertificateArn(scope, 'ConsoleCertificate', certificateArn);
  return { domainNames: [name], certificate };
}
