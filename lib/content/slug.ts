const slug = /^[A-Za-z0-9._~-]{1,200}$/;

/** What cannot be a slug is not worth a question to the lake, nor a place in the cache. */
export function isSlug(value: string): boolean {
  return slug.test(value);
}
