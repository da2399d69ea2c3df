const singletonTypes = new Set(['siteSettings', 'frontPage']);

/** Types whose documents are there from the start and have fixed ids. */
export function isSingleton(type: string): boolean {
  return singletonTypes.has(type);
}
