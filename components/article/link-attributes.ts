/** Links that leave the site say so to programs, and give the other side no handle on our page. */
export function linkAttributes(href: string): { href: string; rel?: string } {
  return /^https?:/i.test(href) ? { href, rel: 'noopener noreferrer external' } : { href };
}
