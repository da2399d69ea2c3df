import { randomUUID } from 'node:crypto';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Database, Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { hashToken, isToken, keyedHash } from '#lib/subscribers/secret-token.ts';
import { calendarMonth } from './calendar-month.ts';
import {
  addGift,
  countGiftsSince,
  findGift,
  findOpenGift,
  type GiftRow,
  listGifts,
  lockGiver,
  markRevoked,
  someGiftOpens,
} from './gift-store.ts';

export type Gift = Omit<GiftRow, 'tokenHash' | 'giverId'>;

type GiftDesk = { db: Database; secret: string; rules: SiteSettings['gift']; timeZone: string };

type Giving =
  | { kind: 'given'; gift: Gift }
  | { kind: 'limited'; renewsAt: Date }
  /** The giver's account is gone. */
  | { kind: 'stranger' };

const dayMs = 86_400_000;

/** The link's secret comes from the row's id, so that the giver can see it again though only its hash is kept. */
export function giftToken(secret: string, giftId: string): string {
  return keyedHash(secret, 'gift v1', giftId);
}

/** Gives an article away. The same one again is the same gift, as long as that is good. */
export async function giveGift(
  { db, secret, rules, timeZone }: GiftDesk,
  wish: { giverId: string; articleId: string },
  now: Date,
): Promise<Giving> {
  return db.transaction(async (tx): Promise<Giving> => {
    if (!(await lockGiver(tx, wish.giverId))) return { kind: 'stranger' };
    const same = await findOpenGift(tx, wish, now);
    if (same) return { kind: 'given', gift: same };
    const { startsAt, endsAt } = calendarMonth(now, timeZone);
    if ((await countGiftsSince(tx, wish.giverId, startsAt)) >= rules.perMonth) {
      return { kind: 'limited', renewsAt: endsAt };
    }
    const id = randomUUID();
    const gift = await addGift(tx, {
      ...wish,
      id,
      tokenHash: hashToken(giftToken(secret, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + rules.lifetimeDays * dayMs),
    });
    log.info({ event: 'gift.given', giftId: id, articleId: wish.articleId });
    return { kind: 'given', gift };
  });
}

/** Whether the gift was this giver's; taking it back twice is taking it back. */
export async function revokeGift(
  db: Queryable,
  gift: { id: string; giverId: string },
  now: Date,
): Promise<boolean> {
  const isTheirs = await markRevoked(db, gift, now);
  if (isTheirs) log.info({ event: 'gift.revoked', giftId: gift.id });
  return isTheirs;
}

/** All that a subscriber has given, the newest first. */
export async function giftsOf(db: Queryable, giverId: string): Promise<Gift[]> {
  return listGifts(db, giverId);
}

type OpenedGift = { kind: 'open'; articleId: string; expiresAt: Date } | { kind: 'ended' | 'unknown' };

/** Looks at a link. Nothing is spent by looking: scanners open every link. */
export async function openGift(db: Queryable, token: string, now: Date): Promise<OpenedGift> {
  const gift = isToken(token) ? await findGift(db, hashToken(token)) : null;
  if (!gift) return { kind: 'unknown' };
  if (!isGood(gift, now)) return { kind: 'ended' };
  return { kind: 'open', articleId: gift.articleId, expiresAt: gift.expiresAt };
}

export function isGood({ revokedAt, expiresAt }: Gift, now: Date): boolean {
  return revokedAt === null && expiresAt > now;
}

/** A browser may hold several gifts at once; the oldest is dropped. */
const mostHeld = 8;
const separator = '.';

export function holdGift(cookie: string | null, token: string): string {
  const others = heldGifts(cookie).filter((held) => held !== token);
  return [...others, token].slice(-mostHeld).join(separator);
}

/** Whether what a browser holds opens this article. */
export async function isGifted(
  db: Queryable,
  cookie: string | null,
  articleId: string,
  now: Date,
): Promise<boolean> {
  const held = heldGifts(cookie);
  return held.length > 0 && (await someGiftOpens(db, held.map(hashToken), articleId, now));
}

function heldGifts(cookie: string | null): string[] {
  return (cookie ?? '').split(separator, mostHeld).filter(isToken);
}
