import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInLinkPanel } from '#components/forms/sign-in-link-panel.tsx';
import { SignInPanel } from '#components/forms/sign-in-panel.tsx';
import { Message } from '#components/site/message.tsx';
import { database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { accountPath } from '#lib/site-urls.ts';
import { currentSession } from '#lib/subscribers/current-session.ts';
import { inspectLink } from '#lib/subscribers/link.ts';
import { findSubscriber } from '#lib/subscribers/subscriber-store.ts';

type Props = { token: string; language: Language };

const statuses = { malformed: 400, unknown: 404, expired: 410, used: 410 } as const;

/** What a link from a mail leads to: the button that spends it, or the form for a fresh one. */
export async function SignInByLink({ token, language }: Props) {
  const found = await inspect(token);
  const { signIn, subscribe, failure } = textsFor(language);
  switch (found.kind) {
    case 'open':
      return <SignInLinkPanel token={token} address={found.address} language={language} />;
    case 'done':
      return redirect(found.sourcePath ?? accountPath(language));
    case 'unreadable':
      markStatus(503, 30);
      return (
        <Message heading={subscribe.problemHeading}>
          <p>{failure.sentence}</p>
        </Message>
      );
    default:
      markStatus(statuses[found.kind]);
      return (
        <SignInPanel
          language={language}
          source={null}
          heading={signIn.deadHeading}
          sentence={signIn.deadSentence}
        />
      );
  }
}

/**
 * `done`: used, and this browser holds its reader's session, as after a double click. A database that does not answer
 * must not call a good link a bad one.
 */
async function inspect(token: string) {
  try {
    const { db } = database();
    const state = await inspectLink(db, 'sign_in', token, new Date());
    if (state.kind === 'used') {
      const session = await currentSession(await cookies(), new Date());
      if (session?.subscriberId !== state.link.subscriberId) return { kind: state.kind };
      return { kind: 'done' as const, sourcePath: state.link.sourcePath };
    }
    if (state.kind !== 'open') return { kind: state.kind };
    const subscriber = await findSubscriber(db, state.link.subscriberId);
    return subscriber ? { kind: 'open' as const, address: subscriber.email } : { kind: 'unknown' as const };
  } catch (error) {
    log.error({ event: 'sign_in.link_unreadable', err: error });
    return { kind: 'unreadable' as const };
  }
}
