import { answerLiveSignal } from '../../../../live-answers.ts';

type Context = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

/** What open pages of the coverage ask for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  return answerLiveSignal(request, lang, slug);
}
