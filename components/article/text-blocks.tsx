import type { PortableTextReactComponents } from '@portabletext/react';
import type { Heading } from '#lib/content/table-of-contents.ts';
import type { Language } from '#lib/i18n/language.ts';
import { articlePath } from '#lib/site-urls.ts';
import { linkAttributes } from './link-attributes.ts';

type Dateline = { key: string; place: string } | null;

const list = 'my-5 space-y-2 pl-6 marker:text-ink-2';

/** Paragraphs, headings, quotes, lists and what stands inside them. */
export function textComponents(
  language: Language,
  dateline: Dateline,
  headings: Heading[] = [],
): Partial<PortableTextReactComponents> {
  return {
    block: {
      normal: ({ children, value }) => (
        <p className="mt-5 first:mt-0">
          {dateline && dateline.key === value._key && (
            <span data-dateline="" className="small-capitals">
              {dateline.place.toLocaleUpperCase(language)} —{' '}
            </span>
          )}
          {children}
        </p>
      ),
      h2: ({ children, value }) => (
        <h2 id={headings.find(({ key }) => key === value._key)?.id} className="mt-10 text-second">
          {children}
        </h2>
      ),
      h3: ({ children }) => <h3 className="mt-8 text-standfirst">{children}</h3>,
      blockquote: ({ children }) => (
        <blockquote className="my-6 border-accent border-l-2 pl-5 font-italic italic">{children}</blockquote>
      ),
    },
    list: {
      bullet: ({ children }) => <ul className={`${list} list-disc`}>{children}</ul>,
      number: ({ children }) => <ol className={`${list} list-decimal`}>{children}</ol>,
    },
    listItem: ({ children }) => <li>{children}</li>,
    marks: {
      strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
      em: ({ children }) => <em>{children}</em>,
      link: ({ children, value }) =>
        value?.href ? (
          <a className="text-link" {...linkAttributes(value.href)}>
            {children}
          </a>
        ) : (
          children
        ),
      articleLink: ({ children, value }) =>
        value?.slug ? (
          <a className="text-link" href={articlePath(language, value.slug)}>
            {children}
          </a>
        ) : (
          children
        ),
    },
  };
}
