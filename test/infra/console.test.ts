// The console in the cloud: nobody reaches its files but through CloudFront, its API is not cached, and people sign in
// only when they were invited.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/assembly.ts';
import { consoleHeaders } from '../../infra/console-headers.ts';
import { loadAssembly, type Resource } from '../../infra/local/template.ts';
import { settings } from '../../infra/settings.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };

let template: { Resources: Record<string, { Type: string; Properties: object }> };
let resources: Resource[];
let outputs: Record<string, unknown>;

beforeAll(async () => {
  const assembly = await synthesize();
  resources = loadAssembly(assembly, place);
  template = JSON.parse(readFileSync(join(assembly, 'PerennialApp.template.json'), 'utf8'));
  outputs = (template as unknown as { Outputs: Record<string, unknown> }).Outputs;
});

const only = (type: string): Record<string, object> => {
  const found = resources.filter((resource) => resource.type === `AWS::${type}`);
  expect(found).toHaveLength(1);
  return found[0]?.properties as Record<string, object>;
};

describe('the bucket', () => {
  it('is closed to the world, and speaks only TLS', () => {
    expect(only('S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: expect.anything(),
    });
    const { Statement } = only('S3::BucketPolicy').PolicyDocument as { Statement: object[] };
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it('is read by our distribution and nobody else', () => {
    const { Statement } = only('S3::BucketPolicy').PolicyDocument as { Statement: object[] };
    const readers = Statement.filter((one) => JSON.stringify(one).includes('"s3:GetObject"'));
    expect(readers).toMatchObject([
      {
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.stringContaining('distribution/') } },
      },
    ]);
  });

  it('lets browsers keep assets for good, and asks them to look again for all else', () => {
    const deployed = Object.values(template.Resources).filter(
      ({ Type }) => Type === 'Custom::CDKBucketDeployment',
    );
    const caching = deployed.map(({ Properties }) => Properties);
    expect(caching).toMatchObject([
      {
        Include: ['assets/*'],
        SystemMetadata: { 'cache-control': expect.stringMatching(/immutable/) },
      },
      { Exclude: ['assets/*'], SystemMetadata: { 'cache-control': 'no-cache' } },
    ]);
  });
});

describe('the distribution', () => {
  const config = () =>
    only('CloudFront::Distribution').DistributionConfig as Record<string, object>;

  it('hands the API all that a browser says but the host, and keeps nothing of its answers', () => {
    expect(config().CacheBehaviors).toMatchObject([
      {
        PathPattern: '/api/*',
        // AWS's own policies: CachingDisabled, and AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        AllowedMethods: expect.arrayContaining(['PUT', 'PATCH', 'DELETE']),
        ViewerProtocolPolicy: 'redirect-to-https',
      },
    ]);
    expect(config()).toMatchObject({ HttpVersion: 'http2and3', PriceClass: 'PriceClass_100' });
  });

  it('sends every header that one machine sends, and lets pages call the host of sign-in', () => {
    const policy = only('CloudFront::ResponseHeadersPolicy').ResponseHeadersPolicyConfig as object;
    const host = 'https://perennial-000000000000.auth.us-east-1.amazoncognito.com';
    for (const value of Object.values(consoleHeaders([host]))) {
      if (value !== 'nosniff') expect(JSON.stringify(policy)).toContain(JSON.stringify(value));
    }
    expect(policy).toMatchObject({
      SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
    });
  });

  it('asks the bucket under its own name, and keeps each file as long as the bucket says', () => {
    // AWS's own policy CachingOptimized: no header of the viewer is in it.
    expect(config().DefaultCacheBehavior).toMatchObject({
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    });
    expect(config().DefaultCacheBehavior).not.toHaveProperty('OriginRequestPolicyId');
  });

  it('has an address that is told', () => {
    expect(outputs).toHaveProperty('ConsoleUrl');
  });
});

describe('people', () => {
  it('are invited, have long passwords, and may add a second factor', () => {
    expect(only('Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('come back to the console with a code, and nowhere else', () => {
    const [host] = resources.filter(({ type }) => type === 'AWS::CloudFront::Distribution');
    expect(only('Cognito::UserPoolClient')).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      CallbackURLs: [`https://${host?.attributes.DomainName}/`],
    });
  });

  it('are unknown on one machine, and its API knows that', () => {
    const [api] = resources.filter(({ logicalId }) => logicalId.startsWith('ApiFunction'));
    expect(api?.properties.Environment).toMatchObject({ Variables: { USER_POOL: 'none' } });
  });
});

describe('a name of one’s own', () => {
  const chosen = (context: Record<string, string>) => {
    const outdir = mkdtempSync(join(tmpdir(), 'settings-'));
    try {
      return settings(new App({ context, outdir }).node).consoleDomain;
    } finally {
      rmSync(outdir, { recursive: true });
    }
  };

  it('comes with its certificate', () => {
    const consoleDomain = 'crm.example.com';
    const consoleCertificate = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
    expect(chosen({ consoleDomain, consoleCertificate })).toEqual({
      ...{ name: consoleDomain, certificateArn: consoleCertificate },
    });
    expect(() => chosen({ consoleDomain })).toThrow('go together');
    expect(chosen({})).toBeUndefined();
  });
});
