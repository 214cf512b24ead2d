// What the crash explorer runs: the two programs, as people go through them.
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../support/workspace.ts';
import { batch, day, identify, lead, minute, track } from './website.ts';

export interface Scenario {
  readonly name: string;
  /** Mails of an undisturbed run. */
  readonly mails: number;
  /** A workspace with the two programs, unless it says otherwise. */
  open?(options: WorkspaceOptions): Promise<Workspace>;
  run(workspace: Workspace): Promise<void>;
}

export const openScenario = ({ open = openWorkspace }: Scenario, options: WorkspaceOptions) =>
  open(options);

/** The main path. */
export const eventBased: Scenario = {
  name: 'event-based',
  mails: 1,
  run: async (workspace) => {
    await batch(workspace, identify);
    // Whatever died is done again within minutes; the call is logged after that.
    await workspace.world.advance(10 * minute);
    await batch(workspace, track('Support Call Logged', { topic: 'credit card interest rate' }));
    await workspace.world.advance(day);
    await batch(workspace, track('Retention Offer Accepted'));
    await workspace.world.advance(day);
  },
};

export const drip: Scenario = {
  name: 'drip-nurture',
  mails: 3,
  run: async (workspace) => {
    await lead(workspace);
    await workspace.world.advance(12 * day);
  },
};

export const demoBooked: Scenario = {
  name: 'drip-nurture, left for a demo',
  mails: 2,
  run: async (workspace) => {
    await lead(workspace);
    await workspace.world.advance(4 * day);
    await batch(workspace, identify, track('Demo Booked'));
    await workspace.world.advance(8 * day);
  },
};
