import { answerLite } from '../../../../lite-answer.ts';

type Context = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  return answerLite(lang, slug);
}
