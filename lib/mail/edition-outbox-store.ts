import type pg from 'pg';
import type { Language } from '#lib/i18n/language.ts';

const lostInHand = 'worker lost after hand-over';

/** A newsletter's row that this process has claimed and nobody else may hand over. */
export type ClaimedRow = { id: string; attempt: number; emailKey: string };

/** A row that is marked as handed over: it is given to the relay at once, or it is uncertain. */
export type RowInHand = ClaimedRow & {
  subscriberId: string;
  email: string;
  language: Language;
  triedSince: Date;
};

/** What became of a row in hand. Back to `queued` it goes with the time of its next attempt. */
export type RowResult = {
  row: ClaimedRow;
  code: number | null;
  reason: string | null;
} & ({ state: 'sent' | 'failed' | 'uncertain' } | { state: 'queued'; dueAt: Date });

/**
 * Nothing leaves while an operator has stopped all newsletters, nor when nobody has looked for a while whether this
 * database is the one that knows what was sent: it may have been restored under a worker that goes on.
 */
const isStopped = (now: string) =>
  `exists (select from newsletter_desk
     where paused_at is not null or seen_at < ${now}::timestamptz - interval '5 minutes')`;

/** Statements that run hundreds of times a second are prepared once on each connection. */
const claim = {
  name: 'claim-of-edition',
  text: `with free as materialized (
      select id from deliveries
      where edition_id = $1 and purpose = 'newsletter' and state in ('queued', 'sending') and due_at <= $2
        and (state = 'queued' or (leased_until < $2 and handed_over_at is null))
      order by due_at limit $4
      for update skip locked)
    update deliveries d
    set state = 'sending', attempt = d.attempt + 1, leased_until = $3, handed_over_at = null
    from free, subscribers s
    where d.id = free.id and s.id = d.subscriber_id
      and exists (select from editions where id = $1 and state = 'sending')
      and not ${isStopped('$2')}
    returning d.id, d.attempt, s.email_key as "emailKey"`,
};

/**
 * Takes rows of an edition that are due and in nobody's hands, by the index of open newsletters. Of two claimers one
 * gets a row: the other skips it. `attempt` fences whoever held it before.
 */
export async function claimOfEdition(
  pool: pg.Pool,
  editionId: string,
  most: number,
  now: Date,
  leasedUntil: Date,
): Promise<ClaimedRow[]> {
  const { rows } = await pool.query<ClaimedRow>({ ...claim, values: [editionId, now, leasedUntil, most] });
  return rows;
}

const exchange = {
  name: 'exchange-rows',
  text: `with settled as (
      update deliveries d
      set state = r.state::delivery_state, smtp_code = r.code, reason = r.reason, leased_until = null,
        due_at = coalesce(r.due_at, d.due_at),
        settled_at = case when r.state <> 'queued' then $7::timestamptz end,
        handed_over_at = case when r.state <> 'queued' then d.handed_over_at end
      from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::text[], $6::timestamptz[])
        as r (id, attempt, state, code, reason, due_at)
      where d.id = r.id and d.attempt = r.attempt and (d.state = 'sending'
        -- The answer came after the lease: now it is known.
        or (d.state = 'uncertain' and d.reason = '${lostInHand}'))
    ), looked as (
      select d.id, d.attempt, d.subscriber_id, d.language, s.email,
        e.state = 'sending' and not ${isStopped('$7')} as is_open,
        case
          when s.state = 'suppressed' or exists (select from suppressions where email_hash = w.email_hash)
            then 'suppressed'
          when s.state <> 'confirmed' then 'unsubscribed meanwhile'
          when not exists (select from subscriber_lists l where l.subscriber_id = s.id and l.list_id = e.list_id)
            then 'left the list meanwhile'
        end as needless
      from unnest($9::uuid[], $10::int[], $11::text[]) as w (id, attempt, email_hash)
      join deliveries d on d.id = w.id and d.attempt = w.attempt and d.state = 'sending'
      join subscribers s on s.id = d.subscriber_id
      join editions e on e.id = d.edition_id
    ), marked as (
      update deliveries d set handed_over_at = $7, leased_until = $8,
        -- Not from the freeze: the edition may have been paused for days since.
        tried_since = coalesce(d.tried_since, $7)
      from looked l
      where d.id = l.id and d.attempt = l.attempt and d.state = 'sending' and l.is_open and l.needless is null
      returning d.id, d.tried_since
    ), dropped as (
      update deliveries d set state = 'dropped', reason = l.needless, settled_at = $7, leased_until = null
      from looked l
      where d.id = l.id and d.attempt = l.attempt and d.state = 'sending' and l.is_open and l.needless is not null
    )
    select l.id, l.subscriber_id as "subscriberId", l.email, l.language, l.is_open as "isOpen",
      m.id is not null as "isInHand", coalesce(m.tried_since, $7) as "triedSince"
    from looked l left join marked m on m.id = l.id`,
};

type Looked = Pick<RowInHand, 'id' | 'subscriberId' | 'email' | 'language' | 'triedSince'> & {
  isOpen: boolean;
  isInHand: boolean;
};

/**
 * One statement, so one commit: settles what came back, looks again at the readers of the next rows, and marks those
 * that still want their mail as handed over. `isOpen` is false when the edition, or every newsletter, was stopped.
 * Repeatable with the same rows: when an answer was lost with its connection, asking again gives it anew.
 */
export async function exchangeRows(
  pool: pg.Pool,
  results: RowResult[],
  next: { row: ClaimedRow; emailHash: string }[],
  now: Date,
  leasedUntil: Date,
): Promise<{ inHand: RowInHand[]; isOpen: boolean }> {
  const values = [
    results.map(({ row }) => row.id),
    results.map(({ row }) => row.attempt),
    results.map(({ state }) => state),
    results.map(({ code }) => code),
    results.map(({ reason }) => reason),
    results.map((result) => (result.state === 'queued' ? result.dueAt : null)),
    now,
    leasedUntil,
    next.map(({ row }) => row.id),
    next.map(({ row }) => row.attempt),
    next.map(({ emailHash }) => emailHash),
  ];
  const { rows } = await pool.query<Looked>({ ...exchange, values });
  const claimed = new Map(next.map(({ row }) => [row.id, row]));
  const inHand = rows.flatMap(({ isOpen, isInHand, ...looked }) => {
    const row = claimed.get(looked.id);
    return isInHand && row ? [{ ...row, ...looked }] : [];
  });
  return { inHand, isOpen: rows.every(({ isOpen }) => isOpen) };
}

/** Rows that were claimed and not handed over are anybody's again; nobody's when their edition was cancelled meanwhile. */
export async function releaseRows(pool: pg.Pool, rows: ClaimedRow[], now: Date): Promise<void> {
  await pool.query(
    `update deliveries d
     set state = (case when e.state = 'cancelled' then 'dropped' else 'queued' end)::delivery_state,
       reason = case when e.state = 'cancelled' then 'edition cancelled' else d.reason end,
       settled_at = case when e.state = 'cancelled' then $3::timestamptz end,
       leased_until = null
     from unnest($1::uuid[], $2::int[]) as r (id, attempt), editions e
     where d.id = r.id and d.attempt = r.attempt and d.state = 'sending' and d.handed_over_at is null
       and e.id = d.edition_id`,
    [rows.map(({ id }) => id), rows.map(({ attempt }) => attempt), now],
  );
}

/**
 * A newsletter whose worker died after the hand-over may have gone out: a person decides. By the index of rows in hand.
 */
export async function markLostUncertain(
  pool: pg.Pool,
  now: Date,
): Promise<{ id: string; editionId: string }[]> {
  const { rows } = await pool.query<{ id: string; editionId: string }>(
    `update deliveries
     set state = 'uncertain', reason = '${lostInHand}', settled_at = $1, leased_until = null
     where state = 'sending' and purpose = 'newsletter'
       and leased_until < $1 and handed_over_at is not null
     returning id, edition_id as "editionId"`,
    [now],
  );
  return rows;
}

/** Editions with a row that is due and in nobody's hands, oldest first, by the indexes of open editions and newsletters. */
export async function findDueEditions(pool: pg.Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select e.id from editions e
     where e.state = 'sending' and not exists (select from newsletter_desk where paused_at is not null)
       and exists (
         select from deliveries
         where edition_id = e.id and purpose = 'newsletter' and state in ('queued', 'sending') and due_at <= $1
           and (state = 'queued' or (leased_until < $1 and handed_over_at is null)))
     order by e.due_at`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** False when it was not being sent, so that of many who notice the same trouble one says so. */
export async function stopEdition(pool: pg.Pool, editionId: string, reason: string): Promise<boolean> {
  const stopped = await pool.query(
    `update editions set state = 'paused', reason = $2 where id = $1 and state = 'sending'`,
    [editionId, reason],
  );
  return stopped.rowCount === 1;
}

/** How many readers have got it so far, by the index of editions and subscribers. */
export async function countSent(pool: pg.Pool, editionId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from deliveries where edition_id = $1 and state = 'sent'",
    [editionId],
  );
  return rows[0]?.count ?? 0;
}
