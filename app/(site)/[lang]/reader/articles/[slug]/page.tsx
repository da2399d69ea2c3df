import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { sessionCookieName } from '#lib/subscribers/reader-cookies.ts';
import { findSession } from '#lib/subscribers/session-store.ts';
import { ArticlePage, articlePageMetadata } from '../../../../article-page.tsx';

type Props = { params: Promise<{ lang: string; slug: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articlePageMetadata(await params);
}

/** The reader variant: next.config.ts leads here whoever carries a session cookie, and the session decides. */
export default async function Page({ params }: Props) {
  return <ArticlePage {...(await params)} reader={await findReader()} />;
}

/** A session that cannot be looked up opens nothing, and closes nothing that everybody may read. */
async function findReader(): Promise<Reader> {
  const token = (await cookies()).get(sessionCookieName(config().SITE_URL))?.value;
  if (!token) return { kind: 'anonymous' };
  try {
    const session = await findSession(database().db, token, new Date());
    return session ? { kind: 'subscriber', subscriberId: session.subscriberId } : { kind: 'anonymous' };
  } catch (error) {
    log.error({ event: 'reader.session_unknown', err: error });
    return { kind: 'anonymous' };
  }
}
