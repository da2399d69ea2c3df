const touch =
  'inline-flex min-h-11 items-center justify-center rounded-control px-5 font-semibold motion-safe:transition-opacity motion-safe:duration-150 hover:opacity-90 active:opacity-80 aria-disabled:opacity-60';

/** The one thing that a form is for. */
export const mainButton = `${touch} bg-accent text-paper`;

/** What else can be done: of equal reach, less loud. */
export const quietButton = `${touch} border border-field text-accent`;
