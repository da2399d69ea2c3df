import type { Transaction } from '#lib/db/database.ts';
import { hashCode, newCode, newToken } from '#lib/subscribers/secret-token.ts';
import { extendSignInRequest, signInLivesMs } from '#lib/subscribers/sign-in-store.ts';
import { hasConfirmed, type Subscriber } from '#lib/subscribers/subscriber-store.ts';
import { addToken } from '#lib/subscribers/token-store.ts';
import type { Sender } from './mail-frame.ts';
import type { Delivery } from './outbox.ts';
import type { RenderedMail } from './render-mail.ts';
import { noSubscriptionMail, signInMail } from './sign-in-mails.ts';
import { alreadySubscribedMail, confirmationMail } from './sign-up-mails.ts';

const confirmLivesMs = 24 * 3_600_000;

type Surroundings = { siteUrl: string; secret: string; sender: Sender };

/**
 * Chooses and writes the mail that this delivery is for this subscriber as they are now. Tokens and codes are made
 * here and kept as hashes: they exist nowhere but in this mail, and live from this moment on.
 */
export async function writeMail(
  tx: Transaction,
  delivery: Delivery,
  subscriber: Subscriber,
  { siteUrl, secret, sender }: Surroundings,
  now: Date,
): Promise<RenderedMail> {
  const { language, sourcePath, listIds, signInRequestId } = delivery;
  const frame = { sender, siteUrl, language };
  const token = newToken();
  const ofToken = { token, subscriberId: subscriber.id, sourcePath, createdAt: now };
  const confirmToken = {
    ...ofToken,
    purpose: 'confirm',
    listIds,
    language,
    expiresAt: after(now, confirmLivesMs),
  } as const;
  const signInToken = {
    ...ofToken,
    purpose: 'sign_in',
    signInRequestId,
    expiresAt: after(now, signInLivesMs),
  } as const;
  switch (delivery.purpose) {
    case 'newsletter':
      throw new Error('This delivery belongs to no edition');
    case 'confirmation':
      if (subscriber.state === 'confirmed') {
        await addToken(tx, signInToken);
        return alreadySubscribedMail({ ...frame, token });
      }
      await addToken(tx, confirmToken);
      return confirmationMail({ ...frame, token });
    case 'sign_in': {
      if (signInRequestId === null) throw new Error('This delivery belongs to no request');
      await extendSignInRequest(tx, signInRequestId, signInToken.expiresAt);
      if (!hasConfirmed(subscriber)) {
        await addToken(tx, confirmToken);
        return noSubscriptionMail({ ...frame, token });
      }
      const code = newCode();
      await addToken(tx, { ...signInToken, codeHash: hashCode(secret, signInRequestId, code) });
      return signInMail({ ...frame, token, code });
    }
    default:
      return delivery.purpose satisfies never;
  }
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
