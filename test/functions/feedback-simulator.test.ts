// Mail to SES's mailbox simulator: how many of three mails each of its mailboxes gets.
import { describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { abandon, identify, mailed, openShop, order, tell } from '../support/shop.ts';

describe('mail to the simulator', () => {
  const write = async (address: string) => {
    const workspace = await forThisTest(openShop);
    await tell(workspace, identify('sim', address));
    await tell(workspace, abandon('sim'));
    await workspace.world.advance(60_000);
    await tell(workspace, abandon('sim'), order('sim'));
    return (await mailed(workspace)).length;
  };

  test.each([
    ['bounce', 1],
    ['suppressionlist', 1],
    ['complaint', 2],
    ['ooto', 3],
    ['success', 3],
  ])('%s@ gets %i mails', async (mailbox, count) => {
    expect(await write(`${mailbox}@simulator.amazonses.com`)).toBe(count);
  });
});
