import { EarthGlobeIcon } from '@sanity/icons/EarthGlobe';
import { EditIcon } from '@sanity/icons/Edit';
import { LockIcon } from '@sanity/icons/Lock';
import { RemoveCircleIcon } from '@sanity/icons/RemoveCircle';
import { StackIcon } from '@sanity/icons/Stack';
import type { ListBuilder, StructureBuilder } from 'sanity/structure';

const apiVersion = '2025-02-19';

const articles = (S: StructureBuilder, id: string, title: string, filter: string) =>
  S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('article')
    .filter(`_type == "article" && ${filter}`)
    .defaultOrdering([{ field: '_updatedAt', direction: 'desc' }]);

const inLanguage = (S: StructureBuilder, language: string, title: string) =>
  S.listItem()
    .id(`in-${language}`)
    .title(title)
    .icon(EarthGlobeIcon)
    .schemaType('article')
    .child(
      articles(S, `in-${language}`, title, 'language == $language')
        .params({ language })
        .initialValueTemplates([S.initialValueTemplateItem('article-in-language', { language })]),
    );

/** The ways in which an editor looks for an article. */
export function articleLists(S: StructureBuilder): ListBuilder {
  return S.list()
    .id('articles')
    .title('Articles')
    .items([
      inLanguage(S, 'en', 'English'),
      inLanguage(S, 'es', 'Spanish'),
      S.divider(),
      S.listItem()
        .id('drafts')
        .title('Drafts')
        .icon(EditIcon)
        .schemaType('article')
        .child(articles(S, 'drafts', 'Drafts', '_originalId in path("drafts.**")')),
      S.listItem()
        .id('by-section')
        .title('By section')
        .icon(StackIcon)
        .schemaType('section')
        .child(
          S.documentTypeList('section')
            .title('By section')
            .defaultOrdering([{ field: 'order', direction: 'asc' }])
            .canHandleIntent(() => false)
            .child((section) =>
              articles(S, 'in-section', 'Articles', 'section._ref == $section')
                .params({ section })
                .initialValueTemplates([S.initialValueTemplateItem('article-in-section', { section })]),
            ),
        ),
      S.listItem()
        .id('held')
        .title('Embargoed or on hold')
        .icon(LockIcon)
        .schemaType('article')
        .child(
          articles(S, 'held', 'Embargoed or on hold', '(flags.legalHold == true || embargoUntil > now())'),
        ),
      S.listItem()
        .id('withdrawn')
        .title('Withdrawn')
        .icon(RemoveCircleIcon)
        .schemaType('article')
        .child(articles(S, 'withdrawn', 'Withdrawn', 'flags.withdrawn == true')),
    ]);
}
