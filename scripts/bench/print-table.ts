import type { Finding } from './finding.ts';

export function printTable(findings: readonly Finding[]): void {
  const rows = findings.map(({ name, value, goal = '', met }) => [
    name,
    String(value),
    goal,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
