/** Lists of articles: by what they are about, by who made them, by when, by how much they are read. */
export const lists = {
  lists: {
    kind: { sections: '', topics: 'Topic', places: 'Place', people: '' },
    empty: {
      sections: 'Nothing has been published in this section yet.',
      topics: 'Nothing has been published on this topic yet.',
      places: 'Nothing has been published about this place yet.',
      people: 'Nothing has been published under this name yet.',
    },
    paging: {
      sections: 'Pages of this section',
      topics: 'Pages of this topic',
      places: 'Pages of this place',
      people: 'Pages of what they have written',
    },
    elsewhere: (name: string) => `${name} elsewhere`,
    about: (title: string) => `All our stories: ${title}.`,
    mostRead: {
      title: 'Most read',
      description: 'What readers opened most in the last seven days. We count openings, not people.',
      empty: 'Nothing has been counted in the last seven days.',
    },
    archive: {
      title: 'Archive',
      description: 'Everything we have published, by year and month.',
      ofYear: (year: number) => `Archive of ${year}`,
      years: 'All years',
      paging: 'Pages of this month',
      empty: 'Nothing has been published yet.',
    },
  },
};

export type ListTexts = typeof lists;
