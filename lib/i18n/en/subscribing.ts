/** What asks readers to subscribe, and what becomes of it: forms, wall, meter, gifts. */
export const subscribing = {
  subscribe: {
    title: 'Subscribe',
    form: {
      email: 'E-mail address',
      emailExample: 'name@example.com',
      leaveEmpty: 'Leave this field empty',
      sending: 'Sending…',
      sent: 'Check your inbox. If the address is right, a message from us arrives within a few minutes. Open it to finish.',
      invalid: 'Enter one e-mail address, such as name@example.com.',
      failed: 'We could not save your address just now, and nothing was sent. Please try again in a moment.',
      typedAddress: 'You entered {address}.',
      change: 'Change the address',
      resend: 'Send it again',
      resendIn: 'You can have it sent again in {seconds} s.',
      resendNow: 'You can have it sent again now.',
      resent: 'Sent again. It can take a few minutes to arrive.',
    },
    sentHeading: 'Check your inbox',
    sentNext: 'Nothing there after ten minutes? Look into the spam folder, or have it sent again.',
    problemHeading: 'That did not work',
    alreadySubscribed: (name: string) => `You are subscribed to ${name}.`,
    backToArticle: 'Back to the article',
    toFront: 'Go to the front page',
  },
  signUp: {
    choose: 'What would you like to get?',
    cadence: { instant: 'with every story', daily: 'every day', weekly: 'once a week' },
    chooseLink: 'Choose what you get',
    willCome: 'This will come',
    changeHeading: 'Wrong address, or other newsletters?',
    limited: (minutes: number) =>
      `Too many sign-ups for this address or from your network. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; nothing was sent.`,
    soon: (seconds: number) =>
      `We sent it less than a minute ago. You can have it sent again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
    again:
      'One more press, please: this came back in a way that programs do. What you entered is still here, nothing was sent yet.',
    unknownList:
      'One of the newsletters is not there any more, so nothing was sent. Please look at your choice and send it once more.',
    gone: 'We do not know any more which address it was. Enter it once more and we send a fresh message.',
  },
  confirm: {
    title: 'Confirm your subscription',
    heading: 'One more step',
    sentence: (name: string) => `Press the button and ${name} is yours: new stories in your inbox.`,
    button: 'Confirm my subscription',
    notYou: 'You did not ask for this? Close this page. Nothing happens without the button.',
    badHeading: 'This link no longer works',
    badSentence:
      'Links from our mails work once and for 24 hours. This one was used, has expired or is not complete. Enter your address and we send a fresh one.',
    alreadyUsed:
      'This link has done its work: it was used to confirm your subscription, and works only once.',
    thanksTitle: 'Thank you',
    thanksHeading: 'You are subscribed',
    thanks: 'Thank you. Your subscription is confirmed.',
    close: 'Close',
  },
  wall: {
    heading: 'This article is for subscribers',
    sentence: 'Subscribe free with your email address to read the rest of it and the full archive.',
    signInQuestion: 'Already a subscriber?',
    signInLabel: 'Sign in',
    pendingHeading: 'Confirm your address to read on',
    pendingSentence:
      'We have sent a message to {address}. Open it and confirm: the rest of the article is yours.',
    continueLabel: 'Continue reading',
    left: '{left} of {total} free articles left this month',
    usedUp: 'You have used this month’s free articles ({total} of {total}). The next ones come on {date}.',
    otherAddress: 'Use another address',
    elsewhere: 'Confirmed on another device?',
    noMore: 'There are no free articles left this month.',
    noCookieHeading: 'Your browser has not kept our cookie',
    noCookie:
      'Free articles are counted in your browser, by one cookie that says nothing about you. Without it the article stays closed, and nothing was counted. Allow cookies for this site, go back to the article and press once more.',
  },
  gift: {
    button: 'Give this article',
    sentence: 'Whoever has your link reads the whole article, for {days} days.',
    received: 'A subscriber has given you this article.',
    title: 'Articles you give',
    linkLabel: 'Show the link',
    heading: 'Your link is ready',
    link: 'The link to send',
    copy: 'Copy the link',
    copied: 'Copied',
    until: (date: string) => `It opens this article until ${date}, for everybody who has it.`,
    revoke: 'Take it back',
    revoked: 'Taken back. The link opens nothing any more.',
    failedHeading: 'That did not work',
    ended: 'Ended',
    all: 'Articles you have given',
    none: 'You have given no article yet. You find the button under articles that are for subscribers.',
    limitedHeading: 'You have given all of this month',
    limited: (count: number, date: string) =>
      `The limit is ${count} a month. The next ones can be given from ${date}.`,
    notGiven: 'This article cannot be given away.',
    notClosed: 'Everybody can read this article already: send its address.',
    notYours: 'There is no such gift of yours.',
    signInFirst: 'Sign in to give an article.',
    unknownHeading: 'This gift is not one of ours',
    unknownSentence: 'The link may not be complete. Ask for it again where you have it from.',
    endedHeading: 'This gift has ended',
    endedSentence:
      'The link was good for a while, or was taken back. The article itself is still there for subscribers.',
  },
};

export type Subscribing = typeof subscribing;
