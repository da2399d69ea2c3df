import type { CustomValidator, SlugValue } from 'sanity';

/** Addresses stay readable in print and in a mail: no capitals, accents, spaces or slashes. */
export const slugFormat: CustomValidator<SlugValue | undefined> = (value) => {
  if (!value?.current) return 'A page needs an address: press Generate.';
  return (
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value.current) ||
    'Use only lower-case letters without accents, digits, and single hyphens between words.'
  );
};
