/** Leaving the newsletters, and choosing them, by a mail's link. */
export const leaving = {
  unsubscribe: {
    title: 'Unsubscribe',
    heading: 'Unsubscribe',
    sentence: 'We send our newsletters to',
    button: 'Stop all newsletters',
    only: (list: string) => `Stop only “${list}”`,
    noButton: 'Nothing happens without a button. You can also choose what comes, and in which language:',
    manage: 'Choose your newsletters',
    doneHeading: 'You are unsubscribed',
    doneSentence:
      'We send you no newsletter any more. A mail that left at this very moment may still arrive. What you read on the site stays open to you.',
    nothingSentence: 'We send no newsletter to this address.',
    onlyHeading: (list: string | null) =>
      list === null ? 'This newsletter is stopped' : `“${list}” is stopped`,
    onlySentence: 'We do not send you this newsletter any more. Your others stay as they are.',
    undoSentence: 'Was it a slip?',
    undo: 'Undo',
    undone: 'Undone. Your newsletters come as before.',
    tooLate: 'This cannot be undone by a link any more. Sign in, and choose your newsletters there.',
    signIn: 'Sign in to choose newsletters again',
    reasonHeading: 'Will you tell us why?',
    reasonHelp: 'Only if you like. It is done either way.',
    reasons: {
      too_many: 'Too many mails',
      not_for_me: 'It is not what I am looking for',
      never_asked: 'I never asked for it',
      elsewhere: 'I read you in other places',
      other: 'Something else',
    },
    words: 'In your own words',
    reasonButton: 'Send',
    reasonThanks: 'Thank you. That helps us.',
    suppressedHeading: 'Nothing is sent to you',
    goneHeading: 'There is nothing to unsubscribe',
    goneSentence: 'We do not hold this address any more, and send nothing to it.',
    badHeading: 'This link is not complete',
    badSentence:
      'Open the link in one of our newsletters once more, or sign in: your account has the newsletters, too.',
    toAccount: 'Go to your account',
  },
  preferences: {
    title: 'Your newsletters',
    heading: 'Your newsletters',
    sentence: 'Choose what we send to',
    button: 'Save',
    left: 'You have unsubscribed, and we send you nothing. To choose newsletters again, sign in.',
    stopAll: 'Stop all newsletters',
  },
};

export type Leaving = typeof leaving;
