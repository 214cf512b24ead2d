// The identity that mail is from, as owners name it: its DNS records are written where they own the zone, else told.
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { describe, expect, it } from 'vitest';
import { sender } from '../../infra/sender.ts';
import { settings } from '../../infra/settings.ts';

function built(context: Readonly<Record<string, string>>): Template {
  const stack = new Stack(new App({ context }), 'Test', { env: { region: 'eu-west-1' } });
  sender(stack, settings(stack.node), new ConfigurationSet(stack, 'Set'));
  return Template.fromStack(stack);
}

const records = (template: Template) =>
  Object.values(template.findResources('AWS::Route53::RecordSet'))
    .map(({ Properties: { Name, Type } }) => `${typeof Name === 'string' ? Name : 'key'} ${Type}`)
    .sort();

const outputs = (template: Template) =>
  Object.fromEntries(
    Object.entries(template.findOutputs('*')).map(([name, { Value }]) => [name, Value]),
  );

describe('a domain', () => {
  it('is signed for by SES, takes bounces under a name of its own, and tells its records', () => {
    const template = built({ identity: 'acme.com' });
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'acme.com',
      MailFromAttributes: { MailFromDomain: 'bounce.acme.com' },
    });
    expect(records(template)).toEqual([]);
    expect(Object.keys(outputs(template))).toEqual([
      'Dkim1',
      'Dkim2',
      'Dkim3',
      'BounceMx',
      'BounceSpf',
      'Dmarc',
    ]);
    expect(outputs(template)).toMatchObject({
      BounceMx: 'bounce.acme.com MX 10 feedback-smtp.eu-west-1.amazonses.com',
      BounceSpf: 'bounce.acme.com TXT "v=spf1 include:amazonses.com ~all"',
      Dmarc: '_dmarc.acme.com TXT "v=DMARC1; p=none"',
    });
  });

  it('with a zone in this account has them written there', () => {
    const template = built({ identity: 'acme.com', hostedZoneId: 'Z123' });
    expect(records(template)).toEqual([
      '_dmarc.acme.com. TXT',
      'bounce.acme.com. MX',
      'bounce.acme.com. TXT',
      'key CNAME',
      'key CNAME',
      'key CNAME',
    ]);
    expect(outputs(template)).toEqual({});
  });

  it('keeps the DMARC policy that it has', () => {
    const kept = built({ identity: 'acme.com', hostedZoneId: 'Z123', dmarc: 'keep' });
    expect(records(kept)).not.toContain('_dmarc.acme.com. TXT');
  });
});

describe('a single address', () => {
  it('has no records', () => {
    const template = built({ identity: 'me@acme.com' });
    template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'me@acme.com' });
    expect(outputs(template)).toEqual({});
  });

  it('is in no zone', () => {
    expect(() => built({ identity: 'me@acme.com', hostedZoneId: 'Z1' })).toThrow('needs a domain');
  });
});
