import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchArticle } from './article.ts';
import type { Finding } from './finding.ts';
import { benchLake } from './lake.ts';
import { benchNewsletter } from './newsletter.ts';
import { printTable } from './print-table.ts';
import { benchWall } from './wall.ts';

const root = join(import.meta.dirname, '../..');
type Bench = (root: string, environment: NodeJS.ProcessEnv, size?: number) => Promise<Finding[]>;
const benches: Record<string, Bench> = {
  article: benchArticle,
  lake: benchLake,
  newsletter: benchNewsletter,
  wall: benchWall,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`Say which benchmark: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(1);
}

// A smaller run for haste: npm run bench -- newsletter 5000. Its result is shown and not kept.
const size = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
const findings = await bench(root, process.env, size);
const goals = findings.filter((finding) => finding.goal !== undefined);
const report = {
  bench: name,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  results: Object.fromEntries(findings.map(({ name: what, value }) => [what, value])),
  goals: Object.fromEntries(goals.map(({ name: what, goal }) => [what, goal])),
  met: goals.every(({ met }) => met),
};
printTable(findings);
if (size === undefined) {
  mkdirSync(join(root, 'docs/bench'), { recursive: true });
  writeFileSync(join(root, 'docs/bench', `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
}
console.log(JSON.stringify(report));
process.exit(report.met ? 0 : 1);
