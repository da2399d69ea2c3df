/** The mails that a press of a reader causes. */
export const mails = {
  mail: {
    confirmSubject: (name: string) => `Confirm your subscription to ${name}`,
    confirmPreview: 'One press of a button and you are on the list.',
    confirmHeading: 'Please confirm your subscription',
    confirmSentence: (name: string) =>
      `Somebody, we hope you, entered this address on ${name} to get our stories by e-mail.`,
    confirmButton: 'Confirm my subscription',
    confirmByHand: 'If the button does not work, open this address in your browser:',
    confirmHonest:
      'The link works once and for 24 hours. If you did not ask for this, do nothing: without a confirmation we send you no newsletter.',
    alreadySubject: (name: string) => `You are already subscribed to ${name}`,
    alreadyPreview: 'There is nothing left to do.',
    alreadyHeading: 'You are already subscribed',
    alreadySentence: (name: string) =>
      `Somebody, we hope you, entered this address on ${name} again. It is already confirmed, so there is nothing left to do. The button signs you in.`,
    alreadyHonest:
      'If it was not you, you need not do anything either: nothing has changed. The link works once and for 15 minutes.',
    alreadyButton: 'Sign in',
    why: (name: string) => `You get this message because this address was entered on ${name}.`,
  },
  signInMail: {
    subject: (name: string, code: string) => `Sign in to ${name}: ${code}`,
    preview: 'Press the button, or type the code where you asked for it.',
    heading: 'Sign in with one press',
    sentence: (name: string) => `You, we hope, wanted to sign in to ${name} with this address.`,
    button: 'Sign in',
    codeLabel: 'Signing in on another device? Type this code there:',
    byHand: 'If the button does not work, open this address in your browser:',
    honest:
      'Button and code work once and for 15 minutes. If it was not you, do nothing: nobody gets in without this message. Nobody from the paper will ever ask you for the code.',
    nobodySubject: (name: string) => `There is no subscription to ${name} with this address`,
    nobodyPreview: 'One press of a button, and there is one.',
    nobodyHeading: 'This address has no subscription yet',
    nobodySentence: (name: string) =>
      `Somebody, we hope you, wanted to sign in to ${name} with this address. It has no subscription yet. The button starts one, and signs you in at once.`,
    nobodyButton: 'Subscribe and sign in',
    nobodyHonest:
      'The link works once and for 24 hours. Did you subscribe with another address? Then sign in with that one. If it was not you, do nothing: without the button we send you no newsletter.',
  },
};

export type Mails = typeof mails;
