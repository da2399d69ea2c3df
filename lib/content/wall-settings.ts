import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

/** What stands under a preview. {left}, {total}, {date} and {address} are filled in where they are shown. */
const wallCopySchema = z.object({
  heading: z.string(),
  sentence: z.string(),
  signInQuestion: z.string(),
  signInLabel: z.string(),
  pendingHeading: z.string(),
  pendingSentence: z.string(),
  continueLabel: z.string(),
  left: z.string(),
  usedUp: z.string(),
});
export type WallCopy = z.infer<typeof wallCopySchema>;

/** {days} is filled in where it is shown. */
const giftCopySchema = z.object({ button: z.string(), sentence: z.string(), received: z.string() });

export const wallSettings = {
  wallCopy: wallCopySchema,
  giftCopy: giftCopySchema,
  /** Closed articles that anybody may open in a month; 0 means that there is no meter. */
  freeArticles: z.number().int().min(0).max(50),
  gift: z.object({
    perMonth: z.number().int().min(0).max(1000),
    lifetimeDays: z.number().int().min(1).max(365),
  }),
};

/** Only in the page's own language: for a text that is missing there, the default is better than the other language's. */
const text = (field: string) => `select($language == "es" => ${field}.es, ${field}.en)`;

const fields = (object: string, names: string[]) =>
  names.map((name) => `"${name}": ${text(`${object}.${name}`)}`).join(', ');

const wallTexts = [
  'heading',
  'sentence',
  'signInQuestion',
  'signInLabel',
  'pendingHeading',
  'pendingSentence',
];

export const wallFields = `
  "wall": { ${fields('wall', wallTexts)} },
  "meter": { "freeArticles": meter.freeArticles, ${fields('meter', ['continueLabel', 'left', 'usedUp'])} },
  "gift": { "perMonth": gift.perMonth, "lifetimeDays": gift.lifetimeDays,
    ${fields('gift', ['button', 'sentence', 'received'])} }`;

/** A text that nobody has written, or that is empty, is the default. */
function textOr(words: string) {
  return z
    .string()
    .trim()
    .min(1)
    .nullish()
    .catch(null)
    .transform((written) => written ?? words);
}

function orDefaults<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((given) => given ?? {}, z.object(shape));
}

/**
 * The zod twin of wallFields. A rule that was never set gives nothing away but the usual gifts of a subscriber, and a
 * part that is missing whole is made of its defaults.
 */
export function wallRow(language: Language) {
  const { wall, gift } = textsFor(language);
  return {
    wall: orDefaults({
      heading: textOr(wall.heading),
      sentence: textOr(wall.sentence),
      signInQuestion: textOr(wall.signInQuestion),
      signInLabel: textOr(wall.signInLabel),
      pendingHeading: textOr(wall.pendingHeading),
      pendingSentence: textOr(wall.pendingSentence),
    }),
    meter: orDefaults({
      freeArticles: wallSettings.freeArticles.catch(0),
      continueLabel: textOr(wall.continueLabel),
      left: textOr(wall.left),
      usedUp: textOr(wall.usedUp),
    }),
    gift: orDefaults({
      perMonth: wallSettings.gift.shape.perMonth.catch(10),
      lifetimeDays: wallSettings.gift.shape.lifetimeDays.catch(7),
      button: textOr(gift.button),
      sentence: textOr(gift.sentence),
      received: textOr(gift.received),
    }),
  };
}
