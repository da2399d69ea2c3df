import { isVisible } from '#lib/content/is-visible.ts';
import { getStandings } from '#lib/content/newsletter-articles-query.ts';

/** Which of these articles nobody may see at this moment: held, withdrawn, under embargo, or not there any more. */
export async function findHeldBack(articleIds: readonly string[], now: Date): Promise<Set<string>> {
  const asked = new Set(articleIds);
  for (const standing of await getStandings([...asked])) {
    if (isVisible(standing, now)) asked.delete(standing.id);
  }
  return asked;
}
