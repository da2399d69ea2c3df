/** Feeds, and the files that programs read. */
export const feeds = {
  feeds: {
    link: 'RSS feed',
    latest: (paper: string) => `The latest from ${paper}.`,
    about: (subject: string) => `What we publish: ${subject}.`,
    all: (paper: string) => `${paper}: all articles`,
    of: (subject: string, paper: string) => `${subject} | ${paper}`,
    gated: 'This is the beginning. The rest is for our subscribers.',
    archived: 'This is the beginning. The article is in our archive, which is open to our subscribers.',
    readOn: 'Read on at our site',
    programs: {
      access:
        'Public and recent articles can be read whole. Of the others the beginning is given, with a sentence that says so; please do not take it for the whole text.',
      sections: 'Sections',
      latest: 'Latest articles',
      feed: 'Feed',
      more: 'More',
      allFeeds: 'All articles as a feed',
      otherLanguage: 'The same in Spanish',
      article: 'The article on our site',
      section: 'Section',
    },
    private: {
      title: (paper: string) => `${paper}: your full-text feed`,
      heading: 'Your own feed',
      sentence:
        'An address for your feed reader, with every article in full. It is yours alone: whoever has it reads as you do.',
      address: 'Address of your feed',
      copy: 'Copy the address',
      copied: 'Copied',
      make: 'Make my feed',
      renew: 'Make a new address',
      renewHelp: 'A new address ends the old one.',
      revoke: 'End this feed',
      revoked: 'The feed has ended, and its address shows nothing any more.',
      unknown: 'This feed has ended or was never there.',
    },
  },
};

export type FeedWords = typeof feeds;
