import { scriptJson } from '#lib/seo/script-json.ts';

type Props = { data: object };

/** What search engines read of a page. Data, not a script: the page's policy does not concern it. */
export function JsonLd({ data }: Props) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes; scriptJson escapes what could end the element.
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  );
}
