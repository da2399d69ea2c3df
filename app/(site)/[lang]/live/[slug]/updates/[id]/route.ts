import { answerUpdatePlace } from '../../../../../live-answers.ts';

type Context = { params: Promise<{ lang: string; slug: string; id: string }> };

export const dynamic = 'force-dynamic';

/** Where a shared link to one update leads. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug, id } = await params;
  return answerUpdatePlace(lang, slug, id);
}
