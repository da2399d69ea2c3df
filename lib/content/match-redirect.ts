export type Redirect = { from: string; to: string; match: 'exact' | 'prefix'; permanent: boolean };
export type Destination = { to: string; permanent: boolean };

/** The exact rule, else the longest prefix that ends where a part of the path ends. Never onto itself. */
export function matchRedirect(rules: Redirect[], path: string): Destination | null {
  const exact = rules.find((rule) => rule.match === 'exact' && rule.from === path);
  if (exact) return onward(path, exact.to, exact.permanent);
  const [longest] = rules
    .filter((rule) => rule.match === 'prefix' && `${path}/`.startsWith(`${withoutEnd(rule.from)}/`))
    .toSorted((a, b) => b.from.length - a.from.length);
  if (!longest) return null;
  // Slashes are collapsed: what is left of /old//host would otherwise be an address on another host.
  const rest = path.slice(withoutEnd(longest.from).length).replace(/[/\\]+/g, '/');
  return onward(path, `${withoutEnd(longest.to)}${rest}` || '/', longest.permanent);
}

function onward(path: string, to: string, permanent: boolean): Destination | null {
  return to === path ? null : { to, permanent };
}

function withoutEnd(path: string): string {
  return path.replace(/\/$/, '');
}
