import { createTransport } from 'nodemailer';
import { z } from 'zod';

/** What a program does that has nothing but nodemailer's pool and a list of addresses. Its parent says what to send. */
const orderSchema = z.object({
  url: z.string(),
  connections: z.number(),
  mails: z.number(),
  run: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** A message that is ready made, but for the recipient; else nodemailer makes each. */
  raw: z.string().nullable(),
});
export type BareOrder = z.infer<typeof orderSchema>;
export type BareReport = { cpuMs: number; tookMs: number };

process.once('message', async (message) => {
  const { url, connections, mails, run, raw, ...content } = orderSchema.parse(message);
  const pool = createTransport({ pool: true, maxConnections: connections, url });
  const from = 'desk@news.example';
  let next = 0;
  const hand = async () => {
    while (next < mails) {
      const to = `${run}-${next++}@example.com`;
      const headers = { 'List-Unsubscribe': `<https://news.example/u/${to}>` };
      await pool.sendMail(
        raw === null
          ? { from, to, headers, ...content }
          : { envelope: { from, to }, raw: raw.replace('RECIPIENT', to) },
      );
    }
  };
  const startedAt = performance.now();
  const before = process.cpuUsage();
  // Always one ready for a connection that is free.
  await Promise.all(Array.from({ length: 2 * connections }, hand));
  const { user, system } = process.cpuUsage(before);
  pool.close();
  process.send?.({
    cpuMs: (user + system) / 1000,
    tookMs: performance.now() - startedAt,
  } satisfies BareReport);
  process.disconnect?.();
});
