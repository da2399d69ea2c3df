/** The id under which readers get a document, whether a draft, a version or the published one is at hand. */
export function publishedIdOf(id: string): string {
  return id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '');
}
