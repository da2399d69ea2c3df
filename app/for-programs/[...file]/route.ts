import 'server-only';
import { answerFile } from '../answer-file.ts';

/** Kept like a page: made on the first request, cleared by what it is made of, no older than this anyway. */
export const dynamic = 'force-static';
export const revalidate = 300;

/** None at build time, when there need be no lake. */
export function generateStaticParams() {
  return [];
}

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string[] }> },
): Promise<Response> {
  return answerFile((await params).file.join('/'), new Date());
}
