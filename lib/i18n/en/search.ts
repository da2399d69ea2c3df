export const search = {
  search: {
    title: 'Search',
    field: 'Search the paper',
    button: 'Search',
    narrow: 'Narrow it down',
    section: 'Section',
    anySection: 'All sections',
    topic: 'Topic',
    anyTopic: 'All topics',
    from: 'Published from',
    to: 'Published until',
    language: 'Language',
    languages: { en: 'English', es: 'Spanish', all: 'Both languages' },
    sort: 'Order',
    sorts: { relevance: 'Best match first', newest: 'Newest first' },
    hint: 'Use quotes for a phrase, “or” between words, and a minus for what you do not want.',
    newestOnly: (most: number) => `The newest ${most.toLocaleString('en-US')} are shown.`,
    found: (count: number, typed: string) =>
      `${count.toLocaleString('en-US')} ${count === 1 ? 'story' : 'stories'} for “${typed}”`,
    nothing: (typed: string) => `Nothing found for “${typed}”`,
    nothingHelp: 'Try fewer or other words, take away a filter, or look in both languages.',
    tooMany: 'That was a lot of searches. Please wait a minute and try again.',
    failed: 'Search does not answer at the moment. Please try again soon.',
    paging: 'Pages of results',
    previous: 'Previous results',
    next: 'More results',
  },
};

export type SearchTexts = typeof search;
