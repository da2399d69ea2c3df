/**
 * A spreadsheet runs a cell that begins like this as a formula. One apostrophe before it makes it text. A cell that has
 * apostrophes before such a beginning gets one more, so that taking one away always gives back what was there.
 */
const runsAsFormula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

export function guardCell(cell: string): string {
  return runsAsFormula.test(cell) ? `'${cell}` : cell;
}

/** The same mark that other exports (Ghost's, for one) put there. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
