import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * What the relay does: it answers with this code, hangs up where an answer is due, takes its time, or never answers.
 * `times`: so often, then it accepts.
 */
export type Behaviour = { times?: number } & (
  | { kind: 'accept' }
  | { kind: 'answer'; at: 'connect' | 'mail' | 'rcpt' | 'data'; code: number; text?: string }
  | { kind: 'drop after data' }
  | { kind: 'drop at rcpt' }
  | { kind: 'stall after data' }
  | { kind: 'slow'; ms: number }
);

export type TestRelay = {
  url: string;
  mails: { to: string[]; source: string; at: number }[];
  /** To everybody who has no behaviour of their own. */
  behave: (behaviour: Behaviour) => void;
  behaveTo: (address: string, behaviour: Behaviour) => void;
  hangUpOnAll: () => void;
  /** How many connections were refused. */
  turnedAway: () => number;
  /** The most mails that were with the relay at one moment since it was last told how to behave. */
  mostAtOnce: () => number;
  stop: () => Promise<void>;
};

/** A real SMTP server on a free port that can be told to misbehave, to everybody or to one recipient. */
export async function startTestRelay(): Promise<TestRelay> {
  let usual: Behaviour = { kind: 'accept' };
  const own = new Map<string, Behaviour>();
  const mails: TestRelay['mails'] = [];
  let [atOnce, mostAtOnce, turnedAway] = [0, 0, 0];
  const refusal = (code: number, text = 'Not this time') =>
    Object.assign(new Error(text), { responseCode: code });

  function behaviourTo(address: string): Behaviour {
    const behaviour = own.get(address) ?? usual;
    return behaviour.times === 0 ? { kind: 'accept' } : behaviour;
  }
  function answerAt(behaviour: Behaviour, at: 'connect' | 'mail' | 'rcpt' | 'data'): Error | null {
    if (behaviour.kind !== 'answer' || behaviour.at !== at) return null;
    spend(behaviour);
    return refusal(behaviour.code, behaviour.text);
  }
  function spend(behaviour: Behaviour): void {
    if (behaviour.times) behaviour.times -= 1;
  }
  function hangUp(id: string): void {
    for (const connection of server.connections) if (connection.id === id) connection.close();
  }

  /** Reads a whole mail; `none` when its client is left without an answer. */
  async function take(stream: Readable, { id, envelope }: SMTPServerSession): Promise<Error | null | 'none'> {
    const source = await buffer(stream);
    const to = envelope.rcptTo.map((recipient) => recipient.address);
    const behaviour = behaviourTo(to[0] ?? '');
    const refused = answerAt(behaviour, 'data');
    if (refused) return refused;
    if (behaviour.kind === 'slow') await pause(behaviour.ms);
    mails.push({ to, source: source.toString('utf8'), at: Date.now() });
    spend(behaviour);
    if (behaviour.kind === 'drop after data') hangUp(id);
    return behaviour.kind === 'drop after data' || behaviour.kind === 'stall after data' ? 'none' : null;
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onConnect(_, callback) {
      const answer = answerAt(usual, 'connect');
      if (answer) turnedAway += 1;
      callback(answer);
    },
    onMailFrom(_, __, callback) {
      callback(answerAt(usual, 'mail'));
    },
    onRcptTo({ address }, session, callback) {
      const behaviour = behaviourTo(address);
      if (behaviour.kind !== 'drop at rcpt') return callback(answerAt(behaviour, 'rcpt'));
      spend(behaviour);
      hangUp(session.id);
    },
    onData(stream, session, callback) {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      void take(stream, session)
        .then((answer) => answer !== 'none' && callback(answer))
        // A client that is killed in mid-mail gets no answer.
        .catch(() => undefined)
        .finally(() => {
          atOnce -= 1;
        });
    },
  });
  // A client that is killed in mid-mail must not end the test run.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('The relay has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    behave: (behaviour) => {
      usual = { ...behaviour };
      turnedAway = 0;
      mostAtOnce = atOnce;
      own.clear();
    },
    behaveTo: (to, behaviour) => own.set(to, { ...behaviour }),
    hangUpOnAll: () => {
      for (const connection of server.connections) connection.close();
    },
    turnedAway: () => turnedAway,
    mostAtOnce: () => mostAtOnce,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
