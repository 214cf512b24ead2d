// Strangers who become known, for the crash explorer: one on a device whose id is smaller than the user's, one on a device
// whose id is not. Both the device and the user are inside the campaign; an alarm of either is on its way.
import { idOf } from '../support/salted-settings.ts';
import { campaign } from '../support/shop.ts';
import { openPrepared, type Puts } from './prepared.ts';
import type { Scenario } from './scenarios.ts';
import { batch, hour, minute, person, track } from './website.ts';

const devices = Array.from({ length: 50 }, (_, at) => `d-${at}`);
const deviceOf = (user: string, isBelow: boolean) =>
  devices.find((one) => idOf(`anonymous:${one}`) < idOf(`user:${user}`) === isBelow) ?? '';
const both = [
  { userId: 'u-1', anonymousId: deviceOf('u-1', true) },
  { userId: 'u-2', anonymousId: deviceOf('u-2', false) },
];

const puts: Puts = [
  {
    path: '/api/campaigns/nudge',
    body: campaign('Cart Filled', 'marketing', 'Still there?', '2 hours'),
  },
];

export const mergeScenario: Scenario = {
  name: 'merge, of strangers who become known',
  mails: 2,
  open: (options) => openPrepared('merge', () => puts, options),
  run: async (workspace) => {
    const { world } = workspace;
    await batch(
      workspace,
      ...both.flatMap(({ userId, anonymousId }) => [
        person(userId),
        { ...track('Cart Filled'), userId },
        { ...track('Cart Filled'), userId: undefined, anonymousId },
      ]),
    );
    await world.advance(30 * minute);
    for (const keys of both)
      await batch(
        workspace,
        { ...person(keys.userId), ...keys },
        { ...track('Page Viewed'), ...keys },
      );
    await world.advance(3 * hour);
    for (const { anonymousId } of both)
      await batch(workspace, { ...track('Page Viewed'), userId: undefined, anonymousId });
    await world.advance(hour);
  },
};
