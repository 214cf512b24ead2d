// The names of steps: given by the marketer, or made from what a step does. Messages are identified by them.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';

const names = (yaml: string) => {
  const { program } = campaign(yaml);
  const laid = [...program.nodes.values()];
  return { first: program.first, ids: laid.map(({ id }) => id).sort(), nodes: program.nodes };
};

describe('a step is named', () => {
  it('by its own id, or by what it sends or does', () => {
    const { ids } = names('[{ id: hello, send: a }, { send: b }, { wait: { for: 1 day } }]');
    expect(ids).toEqual(['b', 'hello', 'wait']);
  });

  it('with a number when a name repeats, in reading order, nested steps included', () => {
    const { nodes, ids } = names(`
      - send: tip
      - branch: { attribute: a, op: is_set }
        yes: [{ send: tip }, { wait: { for: 1 day } }]
        no: [{ send: tip }]
      - wait: { for: 2 days }
    `);
    expect(ids).toEqual(['branch', 'tip', 'tip-2', 'tip-3', 'wait', 'wait-2']);
    expect(nodes.get('branch')?.paths).toEqual({ yes: 'tip-2', no: 'tip-3' });
    expect(nodes.get('wait-2')?.step).toEqual({ wait: { for: '2 days' } });
  });

  it('never by a name that another step was given', () => {
    const { ids } = names('[{ send: tip }, { send: tip }, { id: tip-2, send: other }]');
    expect(ids).toEqual(['tip', 'tip-2', 'tip-3']);
  });

  it('and two may not be given the same name, wherever they stand', () => {
    const twice = `
      - id: hello
        send: a
      - branch: { attribute: a, op: is_set }
        no: [{ id: hello, send: b }]
    `;
    expect(() => names(twice)).toThrow('Two steps have the same id: hello');
  });
});

describe('steps are laid out', () => {
  it('each knowing what follows it, the last of a path what follows the whole', () => {
    const { first, nodes } = names(`
      - wait: { for: 1 day, until: { event: Done } }
        onTimeout: [{ send: nudge }, { send: plea }]
      - branch: { attribute: a, op: is_set }
        no: [{ send: a }]
    `);
    const next = Object.fromEntries([...nodes].map(([id, node]) => [id, node.next]));
    expect(first).toBe('wait');
    expect(next).toEqual({ wait: 'branch', nudge: 'plea', plea: 'branch', branch: undefined });
    expect(nodes.get('branch')?.paths).toEqual({ yes: undefined, no: 'a' });
  });
});
