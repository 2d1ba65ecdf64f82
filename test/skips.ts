/** Says at the end of a run which tests were skipped, and why. A skip without a reason is named as such. */
import type { Reporter, TestModule } from 'vitest/node';

export default class Skips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines: string[] = [];
    for (const module of modules)
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = (result.state === 'skipped' && result.note) || 'no reason given';
        lines.push(`  ${module.relativeModuleId} > ${test.fullName}: ${reason}`);
      }
    console.log(lines.length === 0 ? '\nNothing was skipped.' : `\nSkipped:\n${lines.join('\n')}`);
  }
}
