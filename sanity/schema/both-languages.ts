import type { CustomValidator } from 'sanity';

/** Furniture shows in both languages: a text in one of them leaves a hole on the other half of the site. */
export const bothLanguages: CustomValidator<{ en?: string; es?: string } | undefined> = (value) => {
  const missing = [!value?.en?.trim() && 'English', !value?.es?.trim() && 'Spanish'].filter(Boolean);
  return (
    missing.length === 0 || `Write this in ${missing.join(' and ')} too: the site shows it in both languages.`
  );
};
