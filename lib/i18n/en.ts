import { account } from './en/account.ts';
import { article } from './en/article.ts';
import { editions } from './en/editions.ts';
import { events } from './en/events.ts';
import { feeds } from './en/feeds.ts';
import { finding } from './en/finding.ts';
import { leaving } from './en/leaving.ts';
import { lists } from './en/lists.ts';
import { lite } from './en/lite.ts';
import { live } from './en/live.ts';
import { mails } from './en/mails.ts';
import { search } from './en/search.ts';
import { subscribing } from './en/subscribing.ts';

/** The English words of the site's furniture. es.ts has the same keys by type; editors' words live in the dataset. */
export const en = {
  site: {
    skip: 'Skip to the text',
    sections: 'Sections',
    home: 'Front page',
    account: 'Account',
    switchLanguageShort: 'Español',
    breaking: 'Breaking',
    latest: 'Latest',
    opinion: 'Opinion',
    footerAbout: 'About this newspaper',
    footerSections: 'In this paper',
    contact: 'Contact the newsroom',
    pages: {
      about: 'About',
      privacy: 'Privacy',
      corrections: 'Corrections policy',
      accessibility: 'Accessibility',
    },
  },
  article,
  section: {
    emptyHelp: 'The newest stories are on the front page.',
    page: (page: number) => `Page ${page}`,
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    newer: 'Newer stories',
    older: 'Older stories',
  },
  /** What editors have not written stands here: wall-settings.ts takes the first nine, and three of `gift`. */
  draft: {
    title: 'Draft',
    label: 'Drafts are shown',
    sentence: 'You see what is not published yet. Readers do not.',
    leave: 'Leave drafts',
    unfinishedHeading: 'This draft cannot be shown yet',
    unfinished:
      'Something in the document is missing or not right. The page appears as soon as it is filled in.',
    unfinishedPlaces: 'Look at these fields:',
  },
  missing: {
    title: 'Page not found',
    heading: 'This page is not here',
    sentence: 'The address may be mistyped, or the story may have moved. These are good places to go on.',
    inOtherLanguage: 'This story has not been translated into English.',
    readInOtherLanguage: 'Read it in Spanish',
    front: 'Go to the front page',
    goneHeading: 'This story has been withdrawn',
    goneSentence: 'We took it back and it will not return to this address.',
    goneWhy: 'Why and how we correct our work',
  },
  badAddress: {
    heading: 'This address is not one we can read',
    sentence:
      'It has a character that is not written the way web addresses are. Check it, or start from the front page.',
  },
  failure: {
    heading: 'We could not show this page',
    sentence: 'Something went wrong on our side, not on yours. Please try again in a moment.',
    retry: 'Try again',
  },
  ...subscribing,
  ...account,
  ...leaving,
  ...lists,
  ...lite,
  ...live,
  ...mails,
  ...editions,
  ...feeds,
  ...events,
  ...finding,
  ...search,
};

export type Texts = typeof en;
