import { answerCalendar } from '../../answer-calendar.ts';

type Context = { params: Promise<{ lang: string }> };

export const dynamic = 'force-dynamic';

/** All events to come, for a calendar that takes them in by itself. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerCalendar((await params).lang);
}
