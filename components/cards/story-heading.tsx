import type { Summary } from '#lib/content/article.ts';
import { articlePath } from '#lib/site-urls.ts';

type Props = { article: Summary; level?: 2 | 3; className: string };

/** A headline that leads to its article; the card around it (relative) answers to the same link. */
export function StoryHeading({ article, level = 3, className }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading className={className}>
      <a href={articlePath(article.language, article.slug)} className="quiet-link cover-link">
        {article.headline}
      </a>
    </Heading>
  );
}
