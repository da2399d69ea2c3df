type Worded = { headline: string; standfirst: string };

/** Words too common in English or Spanish to say anything about what a text is about. */
const common = new Set(
  `about after also and are but can for from has have her his how into its more most near new not now off one our out
  over she than that the their them there they this was were what when where which who why will with you your
  ante aún como con cual cuando del desde donde dos ella ellos ese esta este esto hay las los más muy nos nuevo nueva
  para pero por que qué ser sin sobre son sus tras una uno unos y`.split(/\s+/),
);

/** What headline and standfirst are about, accents and endings of number set aside. */
export function wordsOf({ headline, standfirst }: Worded): Set<string> {
  const words = `${headline} ${standfirst}`.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map(stem));
}

function stem(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=.{3})(?:es|s)$/, '');
}

/** Shared words in relation to both lengths: 0 nothing in common, 1 the same words (Dice). */
export function similarity(left: Set<string>, right: Set<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size);
}
