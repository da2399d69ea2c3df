/** What surrounds the articles of a newsletter. */
export const editions = {
  edition: {
    viewInBrowser: 'View in browser',
    correctionSubject: (headline: string) => `Correction: ${headline}`,
    correctionSentence: 'We got something wrong in a story of this newsletter. It now reads as it should.',
    readCorrected: 'Read the corrected story',
    picture: 'Picture',
    gated: 'The rest of this story is for subscribers, on the site.',
    goesOn: 'The story is longer than a mail can be. It goes on on the site.',
    readOn: 'Read on the site',
    more: (count: number) =>
      count === 1
        ? 'One more story did not fit into this mail.'
        : `${count} more stories did not fit into this mail.`,
    moreLink: 'Find the latest on the site',
    why: (list: string, name: string) =>
      `You get this message because you chose the newsletter “${list}” of ${name}.`,
    unsubscribe: 'Unsubscribe',
    preferences: 'Choose your newsletters',
    whatItIs: (list: string, name: string) => `An edition of “${list}”, a newsletter of ${name}.`,
    subscribe: 'Get it by e-mail',
    goneHeading: 'This edition holds nothing any more',
    goneSentence: 'Its stories cannot be read at present.',
    unknownHeading: 'This edition is not here',
    unknownSentence: 'The address may be mistyped, or the edition has not gone out yet.',
  },
};

export type Editions = typeof editions;
