import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '#lib/db/schema.ts';
import { askToSignIn } from './ask-sign-in.ts';
import { sendSignInAgain } from './sign-in-again.ts';
import { signInRequestSchema } from './sign-in-request.ts';
import { testSignIn } from './test-sign-in.ts';

const { db, desk, start, minutes, subscribed } = await testSignIn();

async function askedInSpanish() {
  const { id, email } = await subscribed();
  const wish = signInRequestSchema.parse({ email, language: 'es', source: '/es/articles/arrecife' });
  const asked = await askToSignIn(desk, { ...wish, network: email }, start);
  if (asked.kind !== 'accepted') throw new Error(asked.kind);
  const lastMail = async () => {
    const ofReader = eq(deliveries.subscriberId, id);
    const rows = await db
      .select()
      .from(deliveries)
      .where(ofReader)
      .orderBy(desc(deliveries.createdAt))
      .limit(1);
    return rows[0];
  };
  return { again: { handle: asked.handle, network: email }, lastMail };
}

test('a program that only asks for the mail again gets it in the language of the first, and its link leads back', async () => {
  const { again, lastMail } = await askedInSpanish();
  const nothingSaid = { ...again, language: null, source: null };
  expect(await sendSignInAgain(desk, nothingSaid, minutes(1))).toEqual({ kind: 'accepted' });
  expect(await lastMail()).toMatchObject({
    createdAt: minutes(1),
    language: 'es',
    sourcePath: '/es/articles/arrecife',
  });
});

test('what is said when the mail is asked for again goes before what was said first', async () => {
  const { again, lastMail } = await askedInSpanish();
  const said = { ...again, language: 'en', source: '/articles/reef' } as const;
  expect(await sendSignInAgain(desk, said, minutes(1))).toEqual({ kind: 'accepted' });
  expect(await lastMail()).toMatchObject({
    createdAt: minutes(1),
    language: 'en',
    sourcePath: '/articles/reef',
  });
});
