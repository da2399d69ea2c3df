import { Day } from '#components/site/day.tsx';
import { Paging } from '#components/site/paging.tsx';
import type { Term } from '#lib/content/taxonomy.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { Found, SearchResult } from '#lib/search/search.ts';
import { mostMatches, type SearchQuery, searchParameters } from '#lib/search/search-query.ts';
import type { Piece } from '#lib/search/snippet.ts';
import { articlePath, searchPath } from '#lib/site-urls.ts';

type Props = {
  query: SearchQuery;
  result: SearchResult;
  sections: Term[];
  language: Language;
  timeZone: string;
};

/** How many there are, the stories of this page, and the way to the other pages. */
export function SearchResults({ query, result, sections, language, timeZone }: Props) {
  const { search } = textsFor(language);
  const { count, found, page, pages } = result;
  return (
    <section aria-labelledby="search-count">
      <h2 id="search-count" className="furniture font-semibold">
        {count === 0 ? search.nothing(query.q) : search.found(count, query.q)}
        {count > mostMatches && ` ${search.newestOnly(mostMatches)}`}
      </h2>
      {count === 0 && <p className="pt-2">{search.nothingHelp}</p>}
      <ol className="pt-4">
        {found.map((story) => (
          <li key={story.id} className="border-rule border-t py-5">
            <FoundStory
              story={story}
              section={sections.find(({ id }) => id === story.sectionId)?.title}
              language={language}
              timeZone={timeZone}
            />
          </li>
        ))}
      </ol>
      <Paging
        page={page}
        pages={pages}
        language={language}
        label={search.paging}
        words={{ newer: search.previous, older: search.next }}
        pathOf={(number) => searchPath(language, searchParameters({ ...query, page: number }, language))}
      />
    </section>
  );
}

type StoryProps = { story: Found; section: string | undefined; language: Language; timeZone: string };

function FoundStory({ story, section, language, timeZone }: StoryProps) {
  const { article } = textsFor(language);
  return (
    <article className="relative">
      <h3 className="text-card md:text-second" lang={story.language}>
        <a href={articlePath(story.language, story.slug)} className="quiet-link cover-link font-semibold">
          <Pieces pieces={story.headline} />
        </a>
      </h3>
      <p className="mt-1 leading-normal" lang={story.language}>
        <Pieces pieces={story.snippet} />
      </p>
      <p className="meta mt-2 flex flex-wrap gap-x-2">
        {section && <span className="font-semibold text-accent">{section}</span>}
        {story.isClosed && <span>{article.subscribersOnly}</span>}
        <Day instant={story.publishedAt} language={language} timeZone={timeZone} />
      </p>
    </article>
  );
}

/** The words that were asked for are marked by more than a colour. */
function Pieces({ pieces }: { pieces: Piece[] }) {
  let at = 0;
  return pieces.map(({ text, isHit }) => {
    const key = at;
    at += text.length;
    return isHit ? (
      <mark
        key={key}
        className="bg-transparent font-semibold text-ink underline decoration-accent decoration-2"
      >
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
