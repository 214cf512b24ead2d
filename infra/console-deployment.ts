// Lays the console's files into their bucket at every deployment, each with how long browsers may keep it. The function
// that does it is the CDK's own.
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { notBuilt } from './console-files.ts';
import { consoleCaching } from './console-headers.ts';

interface Deployed {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly files: string | undefined;
}

export function deployFiles(scope: Construct, { bucket, distribution, files }: Deployed): void {
  const shared = {
    destinationBucket: bucket,
    sources: [files === undefined ? Source.data('index.html', notBuilt) : Source.asset(files)],
    retainOnDelete: false,
    memoryLimit: 512,
    logGroup: new LogGroup(scope, 'ConsoleDeploymentLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };
  const assets = new BucketDeployment(scope, 'ConsoleAssets', {
    ...shared,
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.fromString(consoleCaching.assets)],
    // A page that is open goes on with the files it came with.
    prune: false,
  });
  const pages = new BucketDeployment(scope, 'ConsolePages', {
    ...shared,
    exclude: ['assets/*'],
    cacheControl: [CacheControl.fromString(consoleCaching.others)],
    distribution,
    distributionPaths: ['/', '/index.html', '/favicon.svg', '/messages/*'],
  });
  // A page never asks for an asset that is not there yet.
  pages.node.addDependency(assets);
  const handler = assets.handlerRole.node.scope;
  if (handler) Validations.of(handler).acknowledge(...accepted(bucket));
}

/** What the CDK gives its own function, which runs while a stack is deployed and at no other time. */
function accepted(bucket: Bucket): { readonly id: string; readonly reason: string }[] {
  const name = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  const staging = 'cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>';
  const actions = ['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'];
  const wide = [
    ...actions.map((action) => `Action::s3:${action}`),
    `Resource::arn:<AWS::Partition>:s3:::${staging}/*`,
    `Resource::<${name}.Arn>/*`,
  ];
  return [
    ...wide.map((what) => ({
      id: `AwsSolutions-IAM5[${what}]`,
      reason:
        'It copies whatever files were built from the CDK’s bucket into ours, and into no other',
    })),
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'It tells CloudFront to forget pages; the CDK names no distribution for that',
    },
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'AWS’s own policy lets it write its log, and nothing else',
    },
    { id: 'AwsSolutions-L1', reason: 'The CDK chooses the runtime of its own function' },
  ];
}
