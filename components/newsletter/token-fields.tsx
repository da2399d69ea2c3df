import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';

/** What a mail's link says about its reader, inside a form; `left` is the leaving that the form is about. */
export function TokenFields({ token, language, left }: { token: string; language: Language; left?: string }) {
  return (
    <>
      <HiddenFields language={language} />
      <input type="hidden" name="token" value={token} />
      {left !== undefined && <input type="hidden" name="left" value={left} />}
    </>
  );
}
