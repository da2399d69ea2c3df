import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(
        z.object({
          errors: z.array(
            z.object({
              message: z.string().optional(),
              location: z.object({ file: z.string(), line: z.number() }).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
export const playwrightReport = z.object({
  suites: z.array(suite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});
type Report = z.infer<typeof playwrightReport>;

/** A line for each test that failed or needed a second try, with what its first try said: for the end of a long log. */
export function troubles(report: Report): string[] {
  return report.suites.flatMap(specsOf).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const error = results.flatMap((result) => result.errors)[0];
        const said = stripVTControlCharacters(error?.message ?? 'no reason given').replace(/\s+/g, ' ');
        const place = error?.location ? ` (line ${error.location.line})` : '';
        const verdict = status === 'flaky' ? 'passed at the second try' : 'failed';
        return `${verdict}: e2e/${file}:${line} ${title}: ${said.slice(0, 500)}${place}`;
      }),
  );
}

function specsOf({ specs, suites = [] }: Report['suites'][number]): Report['suites'][number]['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}
