import { SMTPServer } from 'smtp-server';

/** A relay that takes every mail and keeps none; its parent asks it what came. */
export type SinkReport = { mails: number; addresses: number; bytes: number; firstAt: number; lastAt: number };

let report: SinkReport & { seen: Set<string> } = empty();

function empty() {
  return { mails: 0, addresses: 0, bytes: 0, firstAt: 0, lastAt: 0, seen: new Set<string>() };
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData(stream, session, callback) {
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    stream.on('end', () => {
      report.firstAt ||= Date.now();
      report.lastAt = Date.now();
      report.mails += 1;
      report.bytes += bytes;
      for (const { address } of session.envelope.rcptTo) report.seen.add(address);
      callback(null);
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  process.send?.({ port: address && typeof address === 'object' ? address.port : 0 });
});

process.on('message', (asked) => {
  const { seen, ...counts } = report;
  process.send?.({ ...counts, addresses: seen.size } satisfies SinkReport);
  if (asked === 'start anew') report = empty();
});
process.on('disconnect', () => process.exit(0));
