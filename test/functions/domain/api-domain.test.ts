// The domain over the API and on the command line: asked of SES and of DNS, told to the owner.
import { Resolver } from 'node:dns/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import { domainCommand } from '../../../console/command-line/domain.ts';
import type { DomainReport } from '../../../functions/domain/check-domain.ts';
import { forThisTest } from '../../support/for-this-test.ts';
import { get, openShop } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

/** Every question has the same answer. */
function dns(answer: () => Promise<never>) {
  for (const kind of ['resolveTxt', 'resolveCname', 'resolveMx'] as const)
    vi.spyOn(Resolver.prototype, kind).mockImplementation(answer);
}

const failed = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

it('what SES knows by is what DNS is asked for, and what is missing is told', async () => {
  dns(failed('ENOTFOUND'));
  const report = await get<DomainReport>(workspace, '/api/domain');
  expect(report).toMatchObject({
    domain: 'example.com',
    from: 'hello@example.com',
    isReady: false,
    ses: { verified: 'Success', dkim: 'Success', mailFromDomain: 'bounce.example.com' },
  });
  expect(report.findings[0]).toMatchObject({
    state: 'add',
    record: { name: 'local1._domainkey.example.com', value: 'local1.dkim.amazonses.com' },
  });
  expect(report.findings.some(({ state }) => state === 'unknown')).toBe(false);
});

it.each(['ETIMEOUT', 'ESERVFAIL'])('%s is no verdict', async (code) => {
  dns(failed(code));
  const { findings } = await get<DomainReport>(workspace, '/api/domain');
  expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['unknown']));
});

it('the command line shows records to paste, and fails until all is there', async () => {
  dns(failed('ENODATA'));
  const report = await get<DomainReport>(workspace, '/api/domain');
  const told = async (one: DomainReport) => {
    let written = '';
    const around = {
      connect: () => ({ ask: async () => one }),
      write: (text: string) => {
        written += text;
      },
    };
    const code = await domainCommand.run(around as never, [], {});
    return { code, written };
  };
  const { code, written } = await told(report);
  expect(code).toBe(1);
  expect(written).toContain('SES: identity Success, DKIM Success, MAIL FROM Success');
  expect(written).toMatch(
    /ADD +SPF of bounces: .*\n +type +TXT\n +name +bounce\.example\.com\n +value +v=spf1 include:amazonses\.com ~all/,
  );
  expect(await told({ ...report, isReady: true, findings: [] })).toMatchObject({ code: 0 });
});
