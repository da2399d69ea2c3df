import { expect, test } from 'vitest';
import { playwrightReport, troubles } from './playwright-report.ts';

const result = (message?: string) => ({
  errors: message ? [{ message, location: { file: '/x/prompt.spec.ts', line: 84 } }] : [],
});
const spec = (title: string, status: string, ...results: object[]) => ({
  title,
  file: 'prompt.spec.ts',
  line: 76,
  tests: [{ status, results }],
});

test('names what failed and what passed at the second try, with the reason, at any depth', () => {
  const report = playwrightReport.parse({
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      {
        specs: [spec('goes well', 'expected', result())],
        suites: [
          {
            specs: [
              spec('goes ill', 'unexpected', result('\u001b[31mExpected:\u001b[39m\n  true')),
              spec('goes at last', 'flaky', result('late'), result()),
            ],
          },
        ],
      },
    ],
  });
  expect(troubles(report)).toEqual([
    'failed: e2e/prompt.spec.ts:76 goes ill: Expected: true (line 84)',
    'passed at the second try: e2e/prompt.spec.ts:76 goes at last: late (line 84)',
  ]);
});
