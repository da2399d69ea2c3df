import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

/** Everything that can become of a sign-up, as its page's address names it. */
export const signUpResults = [
  'accepted',
  'resent',
  'invalid',
  'lists',
  'again',
  'soon',
  'limited',
  'gone',
  'failed',
] as const;

export type SignUpAnswer = (typeof signUpResults)[number];

/** True of the JSON answer, and of the page that a form is led to, where accepted ones have none of their own. */
export const signUpStatuses = {
  accepted: 202,
  resent: 202,
  invalid: 422,
  lists: 422,
  again: 422,
  soon: 429,
  limited: 429,
  gone: 410,
  failed: 503,
} as const satisfies Record<SignUpAnswer, number>;

/** The sentence for it, the same on a page and in JSON. */
export function signUpSentence(answer: SignUpAnswer, language: Language, waitSeconds: number): string {
  const { subscribe, signUp } = textsFor(language);
  switch (answer) {
    case 'accepted':
      return subscribe.form.sent;
    case 'resent':
      return subscribe.form.resent;
    case 'invalid':
      return subscribe.form.invalid;
    case 'lists':
      return signUp.unknownList;
    case 'again':
      return signUp.again;
    case 'soon':
      return signUp.soon(waitSeconds);
    case 'limited':
      return signUp.limited(Math.ceil(waitSeconds / 60));
    case 'gone':
      return signUp.gone;
    case 'failed':
      return subscribe.form.failed;
  }
}
