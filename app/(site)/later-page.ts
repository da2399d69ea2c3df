/** The number of a page in an address; null where no page has it. The first page has the list's own address. */
export function laterPage(n: string): number | null {
  return /^[1-9]\d{0,5}$/.test(n) && n !== '1' ? Number(n) : null;
}
