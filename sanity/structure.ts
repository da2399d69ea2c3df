import { BoltIcon } from '@sanity/icons/Bolt';
import { CogIcon } from '@sanity/icons/Cog';
import { CommentIcon } from '@sanity/icons/Comment';
import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { HomeIcon } from '@sanity/icons/Home';
import type { SortOrderingItem } from 'sanity';
import type { StructureBuilder, StructureResolver } from 'sanity/structure';
import { articleLists } from './structure-of-articles.ts';

const inOrder: SortOrderingItem[] = [{ field: 'order', direction: 'asc' }];
const apiVersion = '2025-02-19';

const frontPage = (S: StructureBuilder, language: string, title: string) =>
  S.listItem()
    // A link to a document finds its list item by the document's id.
    .id(`frontPage-${language}`)
    .title(title)
    .icon(HomeIcon)
    .schemaType('frontPage')
    .child(
      S.document()
        .schemaType('frontPage')
        .documentId(`frontPage-${language}`)
        .initialValueTemplate('front-page-in-language', { language })
        .title(title),
    );

const liveCoverage = (S: StructureBuilder) =>
  S.listItem()
    .id('live')
    .title('Live')
    .icon(BoltIcon)
    .schemaType('liveCoverage')
    .child(
      // Not the list of a type, which would take every link to a coverage: its form is one step further.
      S.documentList()
        .id('coverages')
        .title('Live coverage')
        .apiVersion(apiVersion)
        .schemaType('liveCoverage')
        .filter('_type == "liveCoverage"')
        .canHandleIntent(() => false)
        .child((coverage) =>
          S.list()
            .id('coverage')
            .title('Coverage')
            .items([
              S.documentListItem().schemaType('liveCoverage').id(coverage),
              S.listItem()
                .id('updates')
                .title('Updates')
                .icon(CommentIcon)
                .child(
                  S.documentList()
                    .id('updates')
                    .title('Updates')
                    .apiVersion(apiVersion)
                    .schemaType('liveUpdate')
                    .filter('_type == "liveUpdate" && coverage._ref == $coverage')
                    .params({ coverage })
                    .defaultOrdering([{ field: 'publishedAt', direction: 'desc' }])
                    .initialValueTemplates([S.initialValueTemplateItem('update-of-coverage', { coverage })]),
                ),
            ]),
        ),
    );

/** Studio's left-hand column, in the order in which an editor works through a day. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('paper')
    .title('The paper')
    .items([
      S.listItem()
        .id('front-pages')
        .title('Front pages')
        .icon(HomeIcon)
        .child(
          S.list()
            .id('front-pages')
            .title('Front pages')
            .items([frontPage(S, 'en', 'English front page'), frontPage(S, 'es', 'Spanish front page')]),
        ),
      S.listItem()
        .id('articles')
        .title('Articles')
        .icon(DocumentTextIcon)
        .schemaType('article')
        .child(articleLists(S)),
      liveCoverage(S),
      S.documentTypeListItem('page').title('Pages'),
      S.divider(),
      S.documentTypeListItem('person').title('People'),
      S.documentTypeListItem('section')
        .title('Sections')
        .child(S.documentTypeList('section').title('Sections').defaultOrdering(inOrder)),
      S.documentTypeListItem('topic').title('Topics'),
      S.documentTypeListItem('place').title('Places'),
      S.divider(),
      S.documentTypeListItem('newsletterList').title('Newsletter lists'),
      S.documentTypeListItem('redirect').title('Redirects'),
      S.documentTypeListItem('event').title('Events'),
      S.divider(),
      S.listItem()
        .id('siteSettings')
        .title('Settings')
        .icon(CogIcon)
        .schemaType('siteSettings')
        .child(S.document().schemaType('siteSettings').documentId('siteSettings').title('Settings')),
    ]);
