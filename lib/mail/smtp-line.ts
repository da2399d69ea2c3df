import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SendOutcome } from './delivery-policy.ts';
import { smtpOutcome } from './smtp-outcome.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export type SmtpLine = {
  /** Connected and let in, or an error; either way no mail is under way. */
  open: () => Promise<void>;
  isOpen: () => boolean;
  send: (envelope: { from: string; to: string }, message: Buffer | string) => Promise<SendOutcome>;
  /** Says goodbye; a mail that is under way is lost. */
  close: () => void;
};

/** Relays tire of one connection; nodemailer's own pool changes it as often. */
const mostMails = 100;

/**
 * One connection to the relay, made when it is needed. nodemailer's pool cannot be asked whether a mail was under way
 * when its connection broke, nor for a connection before there is a mail: both decide whether a mail may be tried again.
 */
export function openLine({ connection: options, account }: SmtpSettings): SmtpLine {
  let current: { connection: SMTPConnection; mails: number; broken: () => void } | null = null;

  function hangUp(): void {
    current?.connection.quit();
    current = null;
  }

  async function open(): Promise<void> {
    if (current && current.mails >= mostMails) hangUp();
    if (current) return;
    const connection = new SMTPConnection(options);
    const made = { connection, mails: 0, broken: () => undefined };
    const ended = Promise.withResolvers<never>();
    ended.promise.catch(() => undefined);
    connection.on('error', ended.reject);
    connection.once('end', () => {
      if (current === made) current = null;
      ended.reject(new Error('The relay ended the connection'));
      // Errors of a mail that is under way are told before this is.
      setImmediate(() => made.broken());
    });
    await Promise.race([ended.promise, letIn(connection, account)]).catch((error: unknown) => {
      connection.close();
      throw error;
    });
    current = made;
  }

  async function send(
    envelope: { from: string; to: string },
    message: Buffer | string,
  ): Promise<SendOutcome> {
    const used = current;
    if (!used) return { kind: 'unreachable', code: null };
    used.mails += 1;
    let isUnderWay = false;
    const body = new Readable({
      read() {
        isUnderWay = true;
        this.push(message);
        this.push(null);
      },
    });
    const outcome = await new Promise<SendOutcome>((resolve) => {
      used.broken = () => resolve(isUnderWay ? { kind: 'lost' } : { kind: 'unreachable', code: null });
      used.connection.send(envelope, body, (error, info) => {
        if (error) resolve(smtpOutcome(error, isUnderWay));
        else resolve({ kind: 'accepted', code: Number.parseInt(info?.response ?? '', 10) || 250 });
      });
    });
    if (outcome.kind === 'refused' || outcome.kind === 'deferred') await startAnew(used.connection);
    else if (outcome.kind !== 'accepted') drop(used.connection);
    return outcome;
  }

  function drop(connection: SMTPConnection): void {
    if (current?.connection === connection) current = null;
    connection.close();
  }

  /** The mail was turned away, the connection is good for the next one. */
  function startAnew(connection: SMTPConnection): Promise<void> {
    return new Promise((resolve) => {
      const used = current;
      if (!used || used.connection !== connection) return resolve();
      used.broken = resolve;
      connection.reset((error) => {
        if (error) drop(connection);
        resolve();
      });
    });
  }

  return {
    open,
    isOpen: () => current !== null && current.mails < mostMails,
    send,
    close: () => {
      const used = current;
      current = null;
      if (!used) return;
      // quit() lets a running mail end first, so that a relay that stalls would hold us.
      used.connection.close();
      used.broken();
    },
  };
}

function letIn(connection: SMTPConnection, account: SmtpSettings['account']): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect((failed) => {
      if (failed) return reject(failed);
      if (!account || !connection.allowsAuth) return resolve();
      connection.login({ ...account, credentials: account }, (error) => (error ? reject(error) : resolve()));
    });
  });
}
