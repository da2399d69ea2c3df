import { answerCalendar } from '../../../../answer-calendar.ts';

type Context = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

/** One event, for a reader's own calendar. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  return answerCalendar(lang, slug);
}
