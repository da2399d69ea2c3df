import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { language: Language; path: string };

/** Says that drafts are shown. Its button leads out of Studio's frame, to the page as readers see it. */
export function DraftBar({ language, path }: Props) {
  const { draft } = textsFor(language);
  return (
    <aside aria-label={draft.label} className="furniture sticky top-0 z-20 bg-ink text-paper print:hidden">
      <div className="page-width flex items-center justify-between gap-x-6">
        <p className="py-2">
          <strong className="font-semibold">{draft.label}.</strong> {draft.sentence}
        </p>
        <form action="/api/draft/leave" method="post" target="_top" className="shrink-0">
          <input type="hidden" name="path" value={path} />
          <button
            type="submit"
            className="-mr-2 min-h-11 px-2 underline outline-offset-[-3px]! focus-visible:outline-paper underline-offset-4 motion-safe:transition-opacity motion-safe:duration-150 hover:opacity-80 active:opacity-70"
          >
            {draft.leave}
          </button>
        </form>
      </div>
    </aside>
  );
}
