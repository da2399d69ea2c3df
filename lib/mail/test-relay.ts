import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What the relay does with the next mails: it answers with this code, or hangs up where an answer is due. */
type Behaviour =
  | { kind: 'accept' }
  | { kind: 'answer'; at: 'rcpt' | 'data'; code: number }
  | { kind: 'drop after data' };

export type TestRelay = {
  url: string;
  mails: { to: string[]; source: string }[];
  behave: (behaviour: Behaviour) => void;
  stop: () => Promise<void>;
};

/** A real SMTP server on a free port that can be told to misbehave. */
export async function startTestRelay(): Promise<TestRelay> {
  let behaviour: Behaviour = { kind: 'accept' };
  const mails: TestRelay['mails'] = [];
  const refusal = (code: number) => Object.assign(new Error('Not this time'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo(_, __, callback) {
      const refuses = behaviour.kind === 'answer' && behaviour.at === 'rcpt';
      callback(refuses && behaviour.kind === 'answer' ? refusal(behaviour.code) : null);
    },
    onData(stream, session, callback) {
      void buffer(stream).then((source) => {
        if (behaviour.kind === 'answer') return callback(refusal(behaviour.code));
        mails.push({
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          source: source.toString('utf8'),
        });
        if (behaviour.kind === 'accept') return callback(null);
        for (const connection of server.connections) connection.close();
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
    behave: (next) => {
      behaviour = next;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
