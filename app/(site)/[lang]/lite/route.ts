import { answerLite } from '../../lite-answer.ts';

type Context = { params: Promise<{ lang: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerLite((await params).lang);
}
