import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRunningRecord, stopLeftovers } from './running-record.ts';

function startIdler(): { pid: number; ended: Promise<unknown> } {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (!child.pid) throw new Error('sleep did not start');
  return { pid: child.pid, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'record-')), 'running.json');

test('what a killed supervisor left running is stopped', async () => {
  const file = newFile();
  const idler = startIdler();
  openRunningRecord(file).add('lake', idler.pid, 'SIGTERM');
  expect(await stopLeftovers(file)).toEqual(['lake']);
  await idler.ended;
});

test('a process id that belongs to another program by now is left alone', async () => {
  const file = newFile();
  const idler = startIdler();
  openRunningRecord(file).add('lake', idler.pid, 'SIGTERM');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"start":"[^"]*"/, '"start":"an earlier time"'));
  expect(await stopLeftovers(file)).toEqual([]);
  expect(process.kill(idler.pid, 0)).toBe(true);
});

test('a record that was cut short stops no start', async () => {
  const file = newFile();
  writeFileSync(file, '{"supervisor":1,"progr');
  expect(await stopLeftovers(file)).toEqual([]);
});
