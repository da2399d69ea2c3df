export type RedirectRule = { from: string; to: string; match: string };
/** Where an address leads next; null where it stays. */
export type Onward = (path: string) => Promise<string | null>;
export type Journey = { stops: string[]; isCircle: boolean };

/** Far more than any reader's browser follows. */
const mostStops = 30;

/** Goes from stop to stop as a reader's browser would, until an address stays or comes again. */
export async function followPath(start: string, onward: Onward): Promise<Journey> {
  const stops = [start];
  for (let next = await onward(start); next !== null; next = await onward(next)) {
    const isCircle = stops.includes(next);
    stops.push(next);
    // A prefix that leads into itself makes a longer address each time.
    if (isCircle || stops.length > mostStops) return { stops, isCircle: true };
  }
  return { stops, isCircle: false };
}

/** By the same rule as the site: the exact one, else the longest prefix that ends where a part of the path ends. */
export function ruleFor(path: string, rules: readonly RedirectRule[]): RedirectRule | null {
  const exact = rules.find(({ match, from }) => match !== 'prefix' && from === path);
  if (exact) return exact;
  const [longest = null] = rules
    .filter(({ match, from }) => match === 'prefix' && `${path}/`.startsWith(`${bare(from)}/`))
    .toSorted((a, b) => b.from.length - a.from.length);
  return longest;
}

export function appliedTo(path: string, { from, to, match }: RedirectRule): string {
  if (match !== 'prefix') return to;
  return `${bare(to)}${path.slice(bare(from).length)}` || '/';
}

function bare(path: string): string {
  return path.replace(/\/$/, '');
}
