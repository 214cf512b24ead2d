// Whose code a profile's time went to.
import { expect, it } from 'vitest';
import { ownersOf } from './whose.ts';

const bundle = [
  '// functions/deliver.ts',
  'function deliver() {}',
  '// node_modules/@smithy/core/dist-es/retry.js',
  'function retry() {}',
  '// node_modules/liquidjs/dist/liquid.node.js',
  '  // a remark about liquid.js and more',
  'function render() {}',
].join('\n');

const file = 'file:///assembly/asset.1/index.mjs';

function node(id: number, functionName: string, place: [string, number], children: number[] = []) {
  const [url, lineNumber] = place;
  return {
    id,
    children,
    callFrame: { functionName, url, lineNumber, scriptId: '', columnNumber: 0 },
  };
}

it('time goes to whose code it was, or to who asked Node for it; idle time to nobody', () => {
  const nodes = [
    node(1, '(root)', ['', -1], [2, 5, 7, 8]),
    node(2, 'deliver', [file, 1], [3, 4, 6]),
    node(3, 'retry', [file, 3], [9]),
    node(4, 'render', [file, 6]),
    node(5, '(idle)', ['', -1]),
    node(6, 'deflate', ['node:zlib', 10]),
    node(7, '(garbage collector)', ['', -1]),
    node(8, 'onread', ['node:net', 20]),
    node(9, 'writev', ['', -1]),
  ];
  const samples = [2, 3, 4, 5, 6, 7, 8, 9];
  const timeDeltas = [0, ...samples.map((id) => id * 1_000)];
  const profile = { nodes, samples, timeDeltas, startTime: 0, endTime: 0 };
  expect(Object.fromEntries(ownersOf(profile, bundle))).toEqual({
    ours: 2 + 6,
    'AWS SDK': 3 + 9,
    liquidjs: 4,
    'Node: garbage': 7,
    'Node: sockets, timers': 8,
  });
});
