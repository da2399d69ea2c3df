import { elsewhere } from '../../elsewhere.ts';

/** Addresses of no page: redirects live here too. Made on request, so that nobody can fill the cache with them. */
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ lang: string; rest: string[] }> };

export default async function UnknownAddress({ params }: Props) {
  const { lang, rest } = await params;
  return elsewhere(`/${[...(lang === 'en' ? [] : [lang]), ...rest].join('/')}`);
}
