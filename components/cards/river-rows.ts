/** Rivers alternate on the page: one across, then two side by side; one that is left over runs across. */
export function riverRows<River>(rivers: River[]): River[][] {
  const rows: River[][] = [];
  let rest = rivers;
  while (rest.length > 0) {
    const length = rows.length % 2 === 0 ? 1 : 2;
    rows.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return rows;
}
