/** The number of a page as its address has it; none is the first, which has no other address. null: no such page. */
export function pageNumber(n: string | undefined): number | null {
  if (n === undefined) return 1;
  return /^[1-9]\d{0,5}$/.test(n) && n !== '1' ? Number(n) : null;
}
