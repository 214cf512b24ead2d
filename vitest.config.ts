import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = /\/test\/(crash|survival|browser|clients|console)\//;

/** What takes minutes begins first, or one worker would be left alone with it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    setupFiles: ['test/support/chance.ts', 'test/support/left-behind.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // A worker loads the AWS clients and the like once. What a file leaves behind fails it: left-behind.ts.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    // A slow machine opens a runtime and a browser in minutes.
    hookTimeout: 300_000,
  },
});
