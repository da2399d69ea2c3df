/** Offers articles in the language of the document that refers to them. */
export const ofThisLanguage = {
  filter: ({ document }: { document: Record<string, unknown> }) => ({
    filter: 'language == $language',
    params: { language: document.language ?? 'en' },
  }),
};
