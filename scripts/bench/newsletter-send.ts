import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { startLonePostgres } from '#scripts/testing/lone-postgres.ts';
import { type Sink, startSink } from './a-mail-sink.ts';
import type { BareOrder } from './bare-mailer.ts';
import { atLeast, atMost, type Finding, found, isSo } from './finding.ts';
import { benchEdition } from './newsletter-content.ts';
import { sendEdition } from './newsletter-edition.ts';

const connections = 5;
const bareSchema = z.object({ cpuMs: z.number(), tookMs: z.number() });

/** An edition to so many by a real worker, beside a bare nodemailer pool to the same sink, before and after it. */
export async function measureSending(
  root: string,
  environment: NodeJS.ProcessEnv,
  mails: number,
): Promise<Finding[]> {
  const sink = await startSink(root);
  const { url } = sink;
  const postgres = await startLonePostgres();
  try {
    const content = benchEdition();
    const bare = (run: string, raw: string | null) =>
      runBare(root, sink, { url, connections, mails, run, raw, ...content });
    await runBare(root, sink, { url, connections, mails: 500, run: 'warm', raw: null, ...content });
    const before = await bare('before', null);
    const ours = await sendEdition(root, environment, { sink, postgres, mails, connections });
    const readyMade = await bare('ready', readyMessage(content));
    const after = await bare('after', null);
    const bareRate = (before.perSecond + after.perSecond) / 2;
    const bareCpuMs = (before.cpuMsPerMail + after.cpuMsPerMail) / 2;
    return [
      found('mails', mails),
      found('bareMailsPerSecond', bareRate),
      found(
        'bareMailsPerSecondBeforeAndAfter',
        `${before.perSecond.toFixed(0)} ${after.perSecond.toFixed(0)}`,
      ),
      found('bareReadyMadeMailsPerSecond', readyMade.perSecond),
      found('mailsPerSecond', ours.perSecond),
      atLeast('rateTimesBare', ours.perSecond / bareRate, 0.8),
      found('rateTimesBareReadyMade', ours.perSecond / readyMade.perSecond),
      found('bareCpuMsPerMail', bareCpuMs),
      found('bareReadyMadeCpuMsPerMail', readyMade.cpuMsPerMail),
      found('workerCpuMsPerMail', ours.workerCpuMsPerMail),
      found('databaseCpuMsPerMail', ours.databaseCpuMsPerMail),
      atMost('cpuTimesBare', ours.workerCpuMsPerMail / bareCpuMs, 1.25),
      found('cpuWithDatabaseTimesBare', (ours.workerCpuMsPerMail + ours.databaseCpuMsPerMail) / bareCpuMs),
      found('workerMegabytesAtAQuarter', ours.quarterMegabytes),
      found('workerMegabytesAtTheEnd', ours.endMegabytes),
      atMost('memoryTimesAQuarterOfTheWay', ours.endMegabytes / ours.quarterMegabytes, 1.2),
      isSo('everybodyGotOne', ours.everybodyGotOne),
    ];
  } finally {
    await postgres.stop();
    sink.stop();
  }
}

async function runBare(root: string, sink: Sink, order: BareOrder) {
  await sink.startAnew();
  const mailer = fork(join(root, 'scripts/bench/bare-mailer.ts'));
  mailer.send(order);
  const { cpuMs: spent } = bareSchema.parse((await once(mailer, 'message'))[0]);
  const { mails, firstAt, lastAt } = await sink.report();
  return { perSecond: (mails - 1) / ((lastAt - firstAt) / 1000), cpuMsPerMail: spent / mails };
}

/** As many bytes as nodemailer makes of it. */
function readyMessage({ subject, html, text }: ReturnType<typeof benchEdition>): string {
  const part = (type: string, body: string) =>
    `--part\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  const head = `From: desk@news.example\r\nTo: <RECIPIENT>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`;
  return `${head}Content-Type: multipart/alternative; boundary="part"\r\n\r\n${part('plain', text)}${part('html', html)}--part--\r\n`;
}
