import type { CustomValidator } from 'sanity';

type Figure = { image?: { asset?: unknown; _sanityAsset?: string }; alt?: string };

/** A picture without words is lost on some readers, words without a picture on all of them. */
export const pictureHasWords: CustomValidator<(Figure & Record<string, unknown>) | undefined> = (value) => {
  if (!value) return true;
  const { image, alt, ...rest } = value;
  // `_sanityAsset` is how a file to import names a picture that is not in the lake yet.
  const hasPicture = Boolean(image?.asset ?? image?._sanityAsset);
  if (hasPicture && !alt?.trim()) {
    return { message: 'Say in words what the picture shows: some readers only hear it.', path: ['alt'] };
  }
  const hasWords =
    Boolean(alt) || Object.entries(rest).some(([name, words]) => !name.startsWith('_') && words);
  if (!hasPicture && hasWords) {
    return {
      message: 'There are words here but no picture: upload one, or clear the words.',
      path: ['image'],
    };
  }
  return true;
};
