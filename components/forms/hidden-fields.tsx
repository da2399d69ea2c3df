import type { Language } from '#lib/i18n/language.ts';

type Props = { language: Language; source?: string | null };

/** What every form of ours says about the page it stands on. */
export function HiddenFields({ language, source = null }: Props) {
  return (
    <>
      <input type="hidden" name="language" value={language} />
      {source && <input type="hidden" name="source" value={source} />}
    </>
  );
}
