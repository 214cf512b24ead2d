// A name of the owner's in the links of mails: any that leads to the API, or one that API Gateway answers under itself.
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { httpApi, publicUrlOf } from '../../infra/http-api.ts';
import { settings } from '../../infra/settings.ts';

const publicUrlCertificate = 'arn:aws:acm:eu-west-1:000000000000:certificate/1';
const publicUrl = 'https://go.acme.com';

function built(context: Readonly<Record<string, string>>) {
  const stack = new Stack(new App({ context }), 'Test', { env: { region: 'eu-west-1' } });
  const url = publicUrlOf(stack, httpApi(stack), settings(stack.node));
  return { url, template: Template.fromStack(stack) };
}

it('links lead to the name, and nothing is made where the owner sees to that', () => {
  const { url, template } = built({ publicUrl });
  expect(url).toBe(publicUrl);
  template.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
});

it('with a certificate the API answers under it, and tells the DNS record', () => {
  const { url, template } = built({ publicUrl, publicUrlCertificate });
  expect(url).toBe(publicUrl);
  template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'go.acme.com' });
  template.hasResource('AWS::ApiGatewayV2::ApiMapping', { Properties: { Stage: '$default' } });
  expect(Object.keys(template.findOutputs('*'))).toEqual(['OwnNameRecord']);
});

it('without a name links lead to where the API answers', () => {
  const { url, template } = built({});
  expect(url).not.toBe(publicUrl);
  template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 0);
});

it.each([
  [{ publicUrl: 'http://go.acme.com' }, 'must look like'],
  [{ publicUrl: 'https://go.acme.com/x' }, 'must look like'],
  [{ publicUrlCertificate }, 'needs the publicUrl'],
])('%o is refused', (context, why) => {
  expect(() => built(context as never)).toThrow(why);
});
